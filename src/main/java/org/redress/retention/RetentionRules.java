package org.redress.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CasePath;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of keeping, from their table. An end that a kind declares and that has no row yet gets one at start; from then on the
 * row is what counts.
 */
@Service
@Transactional(readOnly = true)
public class RetentionRules implements InitializingBean {

    private static final String READ =
            "select case_kind, path, years, provision, verified, note from app.retention_rule where kind = 'CASE_FILE'";

    private final JdbcTemplate jdbc;
    private final Kinds kinds;

    RetentionRules(JdbcTemplate jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    @Override
    public void afterPropertiesSet() {
        kinds.all().forEach(kind -> kind.paths().stream().filter(path -> path.keptFor() != null).forEach(end -> seed(kind, end)));
    }

    private void seed(Kind kind, Kind.Path end) {
        jdbc.update(
                """
                insert into app.retention_rule (kind, case_kind, path, years, provision, verified, note)
                values ('CASE_FILE', ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                kind.code(),
                end.code(),
                end.keptFor().years(),
                end.keptFor().provision(),
                end.keptFor().confirmed(),
                end.keptFor().note() == null ? "" : end.keptFor().note());
    }

    public List<RetentionRule> all() {
        return jdbc.query(READ + " order by case_kind, path", this::read);
    }

    /** The rule of a case that ends this way; empty where this is no end of such a case. */
    public Optional<RetentionRule> find(String caseReference, CasePath end) {
        return jdbc.query(READ + " and case_kind = ? and path = ?", this::read, kinds.ofReference(caseReference).code(), end.name()).stream()
                .findFirst();
    }

    /** @throws IllegalArgumentException where no rule tells how long a case is kept that ends this way */
    public RetentionRule of(String caseReference, CasePath end) {
        return find(caseReference, end)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No rule says how long " + caseReference + " is kept where it ends with " + end));
    }

    /** The last day on which the file is kept; a leap day becomes the last of February. */
    public LocalDate keepUntil(String caseReference, CasePath end, LocalDate closedOn) {
        return closedOn.plusYears(of(caseReference, end).years());
    }

    private RetentionRule read(ResultSet row, int index) throws SQLException {
        String kind = row.getString("case_kind");
        String path = row.getString("path");
        return new RetentionRule(
                kind,
                new CasePath(path),
                kinds.of(kind).pathWords(path),
                row.getInt("years"),
                row.getString("provision"),
                row.getBoolean("verified"),
                row.getString("note"));
    }
}
