package org.redress.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables whose rows belong to a case: read for an export, emptied on disposal, in the order in which they are named. */
public final class CaseTables {

    private record Part(String table, String condition, String hidden) {}

    private final JdbcTemplate jdbc;
    private final List<Part> parts = new ArrayList<>();

    public CaseTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables with a column {@code case_reference}. */
    public CaseTables with(String... tables) {
        for (String table : tables) {
            where(table, "case_reference = ?");
        }
        return this;
    }

    /** @param condition which rows belong to a case, with one question mark for its reference */
    public CaseTables where(String table, String condition) {
        return where(table, condition, null);
    }

    /** @param hidden a column that no export reads as a row, such as the bytes of a file */
    public CaseTables where(String table, String condition, String hidden) {
        parts.add(new Part(table, condition, hidden));
        return this;
    }

    /** The names of the tables. */
    public Set<String> names() {
        return parts.stream().map(Part::table).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The rows of a case by table, each in the order in which it came; a table without any is there, and empty. */
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        for (Part part : parts) {
            String reading = "select to_jsonb(t)" + (part.hidden == null ? "" : " - '" + part.hidden + "'") + " from app."
                    + part.table + " t where " + part.condition + " order by t.ctid";
            List<Map<String, Object>> found = jdbc.query(reading, (row, i) -> Json.map(row.getString(1)), caseReference);
            rows.put(part.table, found);
        }
        return rows;
    }

    /** Removes the rows of a case. */
    public void dispose(String caseReference) {
        parts.forEach(part -> jdbc.update("delete from app." + part.table + " where " + part.condition, caseReference));
    }
}
