package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why there is no review here, and to whom an application was passed on. */
@Service
public class Refusals {

    /** @param by whose words the reason is */
    public record Refusal(String reason, String by) {}

    /** @param to the body; @param how by e-mail, post or portal */
    public record PassedOn(String to, LocalDate on, String how, String by) {}

    private final JdbcTemplate jdbc;
    private final WithdrawalNotices withdrawals;
    private final ActRecord acts;
    private final Clock clock;

    Refusals(JdbcTemplate jdbc, WithdrawalNotices withdrawals, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.withdrawals = withdrawals;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    void refuse(String caseReference, String reason, String by) {
        jdbc.update(
                "insert into app.refusal (case_reference, reason, refused_by, refused_at) values (?, ?, ?, ?)",
                caseReference,
                reason,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "EXPLAINED_REFUSAL", "Reasons written why there is no review"));
    }

    @Transactional
    void passOn(String caseReference, String to, LocalDate on, String how, String ground, String by) {
        jdbc.update(
                """
                insert into app.passed_on (case_reference, body, passed_on, how, passed_by, recorded_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                to,
                Date.valueOf(on),
                how,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "PASSED_ON", "Application passed on to " + to).because(ground));
    }

    @Transactional(readOnly = true)
    public Optional<Refusal> refusal(String caseReference) {
        return jdbc
                .query(
                        "select reason, refused_by from app.refusal where case_reference = ? order by id desc limit 1",
                        (row, i) -> new Refusal(row.getString(1), row.getString(2)),
                        caseReference)
                .stream()
                .findFirst();
    }

    /** Why no more time was given, in the words of whoever decided that last; empty where more was given, or nobody decided. */
    @Transactional(readOnly = true)
    public Optional<String> moreTimeRefused(String caseReference) {
        return jdbc
                .query(
                        "select special_circumstances, reason from app.extension_decision where case_reference = ? order by id desc limit 1",
                        (row, i) -> "REFUSED".equals(row.getString(1)) ? row.getString(2) : null,
                        caseReference)
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<PassedOn> passedOn(String caseReference) {
        return jdbc
                .query(
                        "select * from app.passed_on where case_reference = ? order by id desc limit 1",
                        (row, i) -> new PassedOn(
                                row.getString("body"),
                                row.getDate("passed_on").toLocalDate(),
                                row.getString("how"),
                                row.getString("passed_by")),
                        caseReference)
                .stream()
                .findFirst();
    }

    /** The newest notice of withdrawal that nobody signed, if there is one. */
    @Transactional(readOnly = true)
    public Optional<NoticeOnFile> unsignedWithdrawal(String caseReference) {
        return withdrawals.of(caseReference).stream().filter(notice -> !notice.signed()).reduce((older, newer) -> newer);
    }

    /** The notice of withdrawal that ends the case, if there is one. */
    @Transactional(readOnly = true)
    public Optional<NoticeOnFile> withdrawal(String caseReference) {
        return withdrawals.thatEnds(caseReference);
    }
}
