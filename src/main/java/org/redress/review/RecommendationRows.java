package org.redress.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.redress.clock.Now;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The recommendations as the table holds them, numbered from 1 in each case. */
@Component
class RecommendationRows {

    private final JdbcTemplate jdbc;
    private final Now now;

    RecommendationRows(JdbcTemplate jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    List<RecommendationMade> of(String caseReference) {
        return jdbc.query(
                "select * from app.recommendation where case_reference = ? order by number",
                RecommendationRows::read,
                caseReference);
    }

    long answered(ReplyAnswer answer) {
        return jdbc.queryForObject("select count(*) from app.recommendation where answer = ?", Long.class, answer.name());
    }

    void made(String caseReference, int number, Measure measure, String text, LocalDate madeOn) {
        jdbc.update(
                "insert into app.recommendation (case_reference, number, measure, text, made_on) values (?, ?, ?, ?, ?)",
                caseReference,
                number,
                measure.name(),
                text,
                Date.valueOf(madeOn));
    }

    void replied(String caseReference, int number, LocalDate receivedOn, ReplyAnswer answer, String text, String by) {
        jdbc.update(
                """
                update app.recommendation set reply_on = ?, answer = ?, reply_text = ?, reply_by = ?, reply_at = ?
                where case_reference = ? and number = ?
                """,
                Date.valueOf(receivedOn),
                answer.name(),
                text,
                by,
                Timestamp.from(now.instant()),
                caseReference,
                number);
    }

    void moreTimeAsked(long recommendation, LocalDate askedOn, LocalDate until) {
        jdbc.update(
                "insert into app.recommendation_more_time (recommendation, asked_on, until) values (?, ?, ?)",
                recommendation,
                Date.valueOf(askedOn),
                Date.valueOf(until));
    }

    /** @param newDay the new day, or null where refused */
    void moreTimeDecided(long recommendation, LocalDate newDay, String reason, String by) {
        jdbc.update(
                """
                update app.recommendation_more_time set granted = ?, new_day = ?, reason = ?, decided_by = ?, decided_at = ?
                where recommendation = ? and decided_at is null
                """,
                newDay != null,
                newDay == null ? null : Date.valueOf(newDay),
                reason,
                by,
                Timestamp.from(now.instant()),
                recommendation);
    }

    void chased(String caseReference, int number) {
        jdbc.update(
                "update app.recommendation set chased_on = ? where case_reference = ? and number = ?",
                Date.valueOf(now.today()),
                caseReference,
                number);
    }

    void directionProposed(String caseReference, int number, String steps, String reason, LocalDate day, String by) {
        jdbc.update(
                """
                update app.recommendation set proposed_steps = ?, proposed_reason = ?, proposed_day = ?, proposed_by = ?
                where case_reference = ? and number = ?
                """,
                steps,
                reason,
                Date.valueOf(day),
                by,
                caseReference,
                number);
    }

    void directed(String caseReference, int number) {
        jdbc.update(
                "update app.recommendation set directed_on = ? where case_reference = ? and number = ?",
                Date.valueOf(now.today()),
                caseReference,
                number);
    }

    void sentOn(String caseReference, int number, String to, String sharedText, String withholdReason, String by) {
        jdbc.update(
                """
                update app.recommendation set sent_to = ?, shared_text = ?, withhold_reason = ?, sent_on_by = ?, sent_on_at = ?
                where case_reference = ? and number = ?
                """,
                to,
                sharedText,
                withholdReason,
                by,
                Timestamp.from(now.instant()),
                caseReference,
                number);
    }

    void takenUp(String caseReference, int number, String text, String by) {
        jdbc.update(
                "update app.recommendation set taken_up = ?, taken_up_by = ?, taken_up_at = ? where case_reference = ? and number = ?",
                text,
                by,
                Timestamp.from(now.instant()),
                caseReference,
                number);
    }

    private static RecommendationMade read(ResultSet row, int index) throws SQLException {
        return new RecommendationMade(
                row.getLong("id"),
                row.getString("case_reference"),
                row.getInt("number"),
                Measure.valueOf(row.getString("measure")),
                row.getString("text"),
                row.getDate("made_on").toLocalDate(),
                day(row, "chased_on"),
                day(row, "directed_on"),
                day(row, "proposed_day"),
                row.getString("proposed_by"),
                day(row, "reply_on"),
                row.getString("answer") == null ? null : ReplyAnswer.valueOf(row.getString("answer")),
                row.getString("reply_text"),
                row.getString("sent_to"),
                row.getString("taken_up"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
