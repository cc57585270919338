package org.redress.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: a manager keeps a case beyond its day, with a reason, until a manager lets it go, with a reason. */
@Service
@Order(CaseHolding.EARLY)
public class LegalHolds extends TableHolding {

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final ActRecord acts;
    private final Clock clock;
    private final ObjectProvider<CaseHolding> holdings;

    LegalHolds(JdbcTemplate jdbc, CaseFiles cases, ActRecord acts, Clock clock, ObjectProvider<CaseHolding> holdings) {
        super(new CaseTables(jdbc).with("legal_hold"));
        this.jdbc = jdbc;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
        this.holdings = holdings;
    }

    /**
     * Keeps a case until further notice.
     *
     * @throws HoldRefused where one stands already, or no reason is given
     */
    @Transactional
    public void set(String caseReference, String reason, String by) {
        needed(reason, "Enter why the case must be kept");
        lock(caseReference);
        if (standing(caseReference).isPresent()) {
            throw new HoldRefused("A legal hold stands on this case already");
        }
        jdbc.update(
                "insert into app.legal_hold (case_reference, reason, set_by, set_at) values (?, ?, ?, ?)",
                caseReference,
                reason,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "SET_LEGAL_HOLD", "Legal hold set: the case is kept until it is lifted")
                .because(reason));
        holdings.forEach(holding -> holding.keep(caseReference, null));
    }

    /**
     * Lets a case go its way again. Where its day has passed, it is disposed of in the next night.
     *
     * @throws HoldRefused where none stands, or no reason is given
     */
    @Transactional
    public void lift(String caseReference, String reason, String by) {
        needed(reason, "Enter why the hold can be lifted");
        lock(caseReference);
        int lifted = jdbc.update(
                "update app.legal_hold set lifted_by = ?, lifted_at = ?, lift_reason = ? where case_reference = ? and lifted_at is null",
                by,
                Timestamp.from(clock.instant()),
                reason,
                caseReference);
        if (lifted == 0) {
            throw new HoldRefused("No legal hold stands on this case");
        }
        acts.append(Act.of(caseReference, by, "LIFTED_LEGAL_HOLD", "Legal hold lifted").because(reason));
        holdings.forEach(holding -> holding.keep(caseReference, cases.get(caseReference).keepUntil()));
    }

    @Transactional(readOnly = true)
    public Optional<LegalHold> standing(String caseReference) {
        List<LegalHold> found = jdbc.query(
                "select id, case_reference, reason, set_by, set_at from app.legal_hold where case_reference = ? and lifted_at is null",
                (row, i) -> new LegalHold(
                        row.getLong("id"),
                        row.getString("case_reference"),
                        row.getString("reason"),
                        row.getString("set_by"),
                        row.getTimestamp("set_at").toInstant()),
                caseReference);
        return found.stream().findFirst();
    }

    @Override
    public Optional<String> stillNeeded(String caseReference) {
        return standing(caseReference).map(hold -> "Legal hold");
    }

    /** A hold and a disposal of one case wait for each other. */
    private void lock(String caseReference) {
        cases.get(caseReference);
        jdbc.query("select 1 from app.case_file where reference = ? for update", row -> {}, caseReference);
    }

    private static void needed(String reason, String otherwise) {
        if (reason == null || reason.isBlank()) {
            throw new HoldRefused(otherwise);
        }
    }
}
