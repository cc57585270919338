package org.redress.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.database.Locks;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.WithdrawalNotice.ReceivedBy;
import org.redress.review.WithdrawalNotice.Scope;
import org.redress.review.WithdrawalNotice.SignedBy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The notices of withdrawal on the files, numbered from 1 in each case, and on the record. */
@Component
class WithdrawalNotices {

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    WithdrawalNotices(JdbcTemplate jdbc, Locks locks, Clocks clocks, ActRecord acts, Now now) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
    }

    NoticeOnFile add(String caseReference, WithdrawalNotice notice, String by) {
        // two notices at once would take the same number
        locks.alone("the notices of withdrawal", caseReference);
        jdbc.update(
                """
                insert into app.withdrawal_notice (case_reference, number, received_on, received_by, scope, signed, signed_by,
                  text, handed_in_by, handed_in_at)
                values (?, (select count(*) + 1 from app.withdrawal_notice where case_reference = ?), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                caseReference,
                Date.valueOf(notice.receivedOn()),
                notice.receivedBy().name(),
                notice.scope().name(),
                notice.signed(),
                notice.signedBy() == null ? null : notice.signedBy().name(),
                notice.text(),
                by,
                Timestamp.from(now.instant()));
        acts.append(Act.of(caseReference, by, "RECEIVED_WITHDRAWAL", notice.words())
                .because(notice.signed() ? "reg 38" : clocks.ground(ReviewClocks.WITHDRAWAL_REPLY)));
        List<NoticeOnFile> all = of(caseReference);
        return all.get(all.size() - 1);
    }

    void passedOn(String caseReference, int number, LocalDate on, String how, String by) {
        jdbc.update(
                """
                update app.withdrawal_notice set passed_on = ?, passed_how = ?, passed_by = ?
                where case_reference = ? and number = ?
                """,
                Date.valueOf(on),
                how,
                by,
                caseReference,
                number);
    }

    /** The day for answering passed and no answer came; it ends nothing. */
    void silenceNoted(String caseReference, int number) {
        jdbc.update(
                "update app.withdrawal_notice set silence_noted_at = ? where case_reference = ? and number = ?",
                Timestamp.from(now.instant()),
                caseReference,
                number);
        acts.append(Act.of(
                        caseReference,
                        "redress",
                        "NOTED_SILENCE",
                        "No answer about the withdrawal by the day we named; a person decides what that means")
                .because(clocks.ground(ReviewClocks.WITHDRAWAL_REPLY)));
    }

    void decided(String caseReference, int number, boolean withdrawn, String reason, String by) {
        jdbc.update(
                """
                update app.withdrawal_notice set taken_as_withdrawn = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                where case_reference = ? and number = ?
                """,
                withdrawn,
                reason,
                by,
                Timestamp.from(now.instant()),
                caseReference,
                number);
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_ON_SILENCE",
                        withdrawn ? "Decided: the silence counts as a withdrawal" : "Decided: the silence is no withdrawal")
                .because(reason));
    }

    void replied(String caseReference, int number, LocalDate on, String reply, String text, String by) {
        jdbc.update(
                """
                insert into app.withdrawal_reply (case_reference, notice_number, received_on, reply, text, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                number,
                Date.valueOf(on),
                reply,
                text,
                by,
                Timestamp.from(now.instant()));
    }

    List<NoticeOnFile> of(String caseReference) {
        return jdbc.query(
                "select * from app.withdrawal_notice where case_reference = ? order by number",
                WithdrawalNotices::read,
                caseReference);
    }

    /** The first notice that ends the review, if there is one. */
    Optional<NoticeOnFile> thatEnds(String caseReference) {
        return of(caseReference).stream().filter(NoticeOnFile::ends).findFirst();
    }

    private static NoticeOnFile read(ResultSet row, int index) throws SQLException {
        return new NoticeOnFile(
                row.getInt("number"),
                new WithdrawalNotice(
                        row.getDate("received_on").toLocalDate(),
                        ReceivedBy.valueOf(row.getString("received_by")),
                        Scope.valueOf(row.getString("scope")),
                        row.getBoolean("signed"),
                        row.getString("signed_by") == null ? null : SignedBy.valueOf(row.getString("signed_by")),
                        row.getString("text")),
                row.getDate("passed_on") == null ? null : row.getDate("passed_on").toLocalDate(),
                row.getBoolean("taken_as_withdrawn"),
                row.getString("handed_in_by"),
                row.getTimestamp("handed_in_at").toInstant());
    }
}
