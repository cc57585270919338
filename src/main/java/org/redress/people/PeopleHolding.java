package org.redress.people;

import java.util.List;
import java.util.Map;
import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who had a case in hand and who was kept away from it. */
@Component
@Order(CaseHolding.EARLY)
class PeopleHolding implements CaseHolding {

    private final CaseTables tables;

    PeopleHolding(JdbcTemplate jdbc) {
        tables = new CaseTables(jdbc).with("allocation", "conflict_of_interest");
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        return tables.rows(caseReference);
    }

    @Override
    public void dispose(String caseReference) {
        tables.dispose(caseReference);
    }
}
