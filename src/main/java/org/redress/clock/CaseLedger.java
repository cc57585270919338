package org.redress.clock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All rows of a case's clocks at once: to be handed out, or to be given up when the case is disposed of. */
@Component
public class CaseLedger {

    private static final String FACTS = " from app.clock_fact where case_clock in (select id from app.case_clock where case_reference = ?)";
    private static final String CLOCKS = " from app.case_clock where case_reference = ?";

    private final JdbcTemplate jdbc;

    CaseLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The tables that it reads. */
    public Set<String> tables() {
        return Set.of("case_clock", "clock_fact");
    }

    /** The rows by table, in the order in which they came. */
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        rows.put("case_clock", jdbc.queryForList("select *" + CLOCKS + " order by id", caseReference));
        rows.put("clock_fact", jdbc.queryForList("select *" + FACTS + " order by id", caseReference));
        return rows;
    }

    /** Removes the clocks of a case and everything that was recorded about them. */
    public void dispose(String caseReference) {
        jdbc.update("delete" + FACTS, caseReference);
        jdbc.update("delete" + CLOCKS, caseReference);
    }
}
