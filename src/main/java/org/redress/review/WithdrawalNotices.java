package org.redress.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.review.Withdrawals.Notice;
import org.redress.review.Withdrawals.ReceivedBy;
import org.redress.review.Withdrawals.Scope;
import org.redress.review.Withdrawals.SignedBy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The notices of withdrawal on the files, numbered from 1 in each case. */
@Component
class WithdrawalNotices {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WithdrawalNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Notice add(
            String caseReference,
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            String by) {
        // two notices at once would take the same number
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 2))", row -> {}, caseReference);
        jdbc.update(
                """
                insert into app.withdrawal_notice (case_reference, number, received_on, received_by, scope, signed, signed_by,
                  text, handed_in_by, handed_in_at)
                values (?, (select count(*) + 1 from app.withdrawal_notice where case_reference = ?), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                caseReference,
                Date.valueOf(receivedOn),
                receivedBy.name(),
                scope.name(),
                signed,
                signedBy == null ? null : signedBy.name(),
                text,
                by,
                Timestamp.from(clock.instant()));
        List<Notice> all = of(caseReference);
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

    void silenceNoted(String caseReference, int number) {
        jdbc.update(
                "update app.withdrawal_notice set silence_noted_at = ? where case_reference = ? and number = ?",
                Timestamp.from(clock.instant()),
                caseReference,
                number);
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
                Timestamp.from(clock.instant()),
                caseReference,
                number);
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
                Timestamp.from(clock.instant()));
    }

    List<Notice> of(String caseReference) {
        return jdbc.query(
                "select * from app.withdrawal_notice where case_reference = ? order by number",
                WithdrawalNotices::read,
                caseReference);
    }

    /** The first notice that ends the review, if there is one. */
    Optional<Notice> thatEnds(String caseReference) {
        return of(caseReference).stream().filter(Notice::ends).findFirst();
    }

    private static Notice read(ResultSet row, int index) throws SQLException {
        return new Notice(
                row.getInt("number"),
                row.getDate("received_on").toLocalDate(),
                ReceivedBy.valueOf(row.getString("received_by")),
                Scope.valueOf(row.getString("scope")),
                row.getBoolean("signed"),
                row.getString("signed_by") == null ? null : SignedBy.valueOf(row.getString("signed_by")),
                row.getString("text"),
                row.getDate("passed_on") == null ? null : row.getDate("passed_on").toLocalDate(),
                row.getBoolean("taken_as_withdrawn"),
                row.getString("handed_in_by"),
                row.getTimestamp("handed_in_at").toInstant());
    }
}
