package org.redress.retention;

import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CasePath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of keeping, from their table. */
@Service
@Transactional(readOnly = true)
public class RetentionRules {

    private static final String READ =
            "select path, years, provision, verified, note from app.retention_rule where kind = 'CASE_FILE'";

    private final JdbcTemplate jdbc;

    RetentionRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<RetentionRule> all() {
        return jdbc.query(READ + " order by path", (row, i) -> read(row));
    }

    /** @throws IllegalArgumentException where no rule tells how long a case is kept that ends this way */
    public RetentionRule of(CasePath end) {
        return jdbc.query(READ + " and path = ?", (row, i) -> read(row), end.name()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule says how long a case is kept that ends with " + end));
    }

    /** The last day on which the file is kept; a leap day becomes the last of February. */
    public LocalDate keepUntil(CasePath end, LocalDate closedOn) {
        return closedOn.plusYears(of(end).years());
    }

    private static RetentionRule read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new RetentionRule(
                CasePath.valueOf(row.getString("path")),
                row.getInt("years"),
                row.getString("provision"),
                row.getBoolean("verified"),
                row.getString("note"));
    }
}
