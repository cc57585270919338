package org.redress.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.database.Locks;
import org.redress.desk.Attention.Concern;
import org.redress.desk.AttentionTable.Found;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of what was told about a case, and the acts about them. */
@Component
class AttentionRecord {

    /** Causes that are no state of a clock or step: they stand until somebody has answered or the case is closed. */
    static final String RISK = "RISK";

    static final String LATE_CONFLICT = "LATE_CONFLICT";

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final ProcedureOf procedureOf;
    private final ActRecord acts;
    private final Clock clock;

    AttentionRecord(JdbcTemplate jdbc, Locks locks, ProcedureOf procedureOf, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.procedureOf = procedureOf;
        this.acts = acts;
        this.clock = clock;
    }

    /** One at a time looks at a case, or two would both begin what is to begin once. */
    void queueUp(String caseReference) {
        locks.alone("the attention", caseReference);
    }

    /** Open cases, and those in which a clock runs or something was told that stands. */
    List<String> watched() {
        return jdbc.queryForList(
                """
                select reference from app.case_file where state <> 'CLOSED'
                union select case_reference from app.case_clock where state = 'RUNNING'
                union select case_reference from app.attention where over_at is null
                """,
                String.class);
    }

    /** Takes down that somebody was told, once; what was over before stands again. */
    void tell(String caseReference, Found found) {
        boolean first = 1 == jdbc.update(
                """
                insert into app.attention (case_reference, kind, subject, occasion, about, words, told, raised, priority, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint attention_told_once do nothing
                """,
                caseReference,
                found.kind(),
                found.subject(),
                found.occasion(),
                found.about(),
                found.words(),
                found.told().name(),
                found.raise(),
                found.priority(),
                Timestamp.from(clock.instant()));
        if (first) {
            acts.append(Act.of(
                            caseReference,
                            "redress",
                            found.raise() ? "RAISED_CASE" : "NEEDS_ATTENTION",
                            (found.raise() ? "Raised to " : "Needs attention, told to ")
                                    + procedureOf.staff(caseReference).words(found.told()) + ". "
                                    + found.about() + ": " + found.words())
                    .because("Table " + (found.kind().equals(RISK) ? "Escalation" : "Attention") + ", working practice"));
        } else {
            jdbc.update(
                    """
                    update app.attention set over_at = null where case_reference = ? and kind = ? and subject = ?
                    and occasion = ? and over_at is not null
                    """,
                    caseReference,
                    found.kind(),
                    found.subject(),
                    found.occasion());
        }
    }

    /** What stands no longer is over, save what lasts until somebody has answered. */
    void putAway(String caseReference, List<Found> standing) {
        Set<String> keys = new HashSet<>(standing.stream().map(Found::key).toList());
        jdbc.query(
                "select id, kind, subject, occasion from app.attention where case_reference = ? and over_at is null",
                row -> {
                    boolean lasts = Set.of(RISK, LATE_CONFLICT).contains(row.getString("kind"));
                    String key = row.getString("kind") + "\n" + row.getString("subject") + "\n" + row.getString("occasion");
                    if (!lasts && !keys.contains(key)) {
                        jdbc.update(
                                "update app.attention set over_at = ? where id = ?",
                                Timestamp.from(clock.instant()),
                                row.getLong("id"));
                    }
                },
                caseReference);
    }

    /** Somebody said what is to be done about everything that was raised to them. */
    void answer(String caseReference, Told told, String answer, String by) {
        jdbc.update(
                """
                update app.attention set answer = ?, answered_by = ?, answered_at = ?
                where case_reference = ? and raised and told = ? and answered_at is null and over_at is null
                """,
                answer,
                by,
                Timestamp.from(clock.instant()),
                caseReference,
                told.name());
        acts.append(Act.of(caseReference, by, "TOOK_UP_CONCERN", "What was raised is taken up").because(answer));
    }

    void close(String caseReference) {
        jdbc.update(
                "update app.attention set over_at = ? where case_reference = ? and over_at is null",
                Timestamp.from(clock.instant()),
                caseReference);
    }

    List<Concern> standing(String caseReference) {
        return jdbc.query(
                """
                select * from app.attention where case_reference = ? and over_at is null
                order by raised desc, priority desc, id desc
                """,
                AttentionRecord::read,
                caseReference);
    }

    /** What was raised to somebody and waits for their answer. */
    List<Concern> raised(String caseReference, Told told) {
        return standing(caseReference).stream()
                .filter(concern -> concern.raised() && concern.told() == told && concern.answeredAt() == null)
                .toList();
    }

    /** The highest priority of what stands about a step, about the case as a whole or about a risk. */
    int least(String caseReference, String step, List<String> clocksOfTheWhole) {
        Integer least = jdbc.queryForObject(
                """
                select coalesce(max(priority), 0) from app.attention
                where case_reference = ? and over_at is null and answered_at is null
                  and (subject = ? or subject = any (string_to_array(?, ',')) or kind in ('RISK', 'LATE_CONFLICT'))
                """,
                Integer.class,
                caseReference,
                step,
                String.join(",", clocksOfTheWhole));
        return least == null ? 0 : least;
    }

    private static Concern read(ResultSet row, int index) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new Concern(
                row.getString("kind"),
                row.getString("about"),
                row.getString("words"),
                Told.valueOf(row.getString("told")),
                row.getBoolean("raised"),
                row.getTimestamp("told_at").toInstant(),
                row.getString("answer"),
                row.getString("answered_by"),
                answered == null ? null : answered.toInstant());
    }
}
