package org.redress.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.AttentionTable.Found;
import org.redress.step.AttentionChanged;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.redress.step.StepPriorities;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What needs attention, and who has been told: each cause once for each due day or step, whatever starts again. What it
 * takes, and who is told, the table {@code Attention} says; what makes a case risky, the table {@code Escalation}.
 */
@Service
public class Attention implements StepPriorities {

    /** Who is told. */
    public enum Told {
        CASEWORKER,
        OFFICER,
        MANAGER
    }

    /**
     * One cause that stands.
     *
     * @param about the deadline or step it is about, in words
     * @param told who was told
     * @param raised whether a step was put before them
     * @param answer what they said is to be done, or null
     */
    public record Concern(
            String kind,
            String about,
            String words,
            Told told,
            boolean raised,
            Instant toldAt,
            String answer,
            String answeredBy,
            Instant answeredAt) {}

    static final String OVER = "Message_ConcernOver";
    /** What tells the raisings of one case apart: 1 to the officers, 2 to the manager; also the subject of their clock. */
    static final String NUMBER = "concernNumber";

    private static final String PROCEDURE = "RaisedCase";
    private static final String PRACTICE = "Practice: the number of days is the team's";
    /** Causes that are no state of a clock or step: they stand until somebody has answered or the case is closed. */
    private static final String RISK = "RISK";

    private static final String LATE_CONFLICT = "LATE_CONFLICT";
    private static final int RAISED_PRIORITY = 90;

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final AttentionTable table;
    private final Escalations escalations;
    private final Procedures procedures;
    private final ApplicationEventPublisher events;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    Attention(
            JdbcTemplate jdbc,
            CaseFiles cases,
            Clocks clocks,
            AttentionTable table,
            Escalations escalations,
            Procedures procedures,
            ApplicationEventPublisher events,
            ActRecord acts,
            Now now,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clocks = clocks;
        this.table = table;
        this.escalations = escalations;
        this.procedures = procedures;
        this.events = events;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
    }

    /** Every case in which something can need attention: open ones, and closed ones where something is still owed. */
    @Transactional(readOnly = true)
    List<String> watched() {
        return jdbc.queryForList(
                """
                select reference from app.case_file where state <> 'CLOSED'
                union select case_reference from app.case_clock where state = 'RUNNING'
                union select case_reference from app.new_allegation where passed_on is null
                union select case_reference from app.attention where over_at is null
                order by 1
                """,
                String.class);
    }

    /** Looks at one case as it stands now: tells what is new, and puts away what is over. */
    @Transactional
    public void look(String caseReference) {
        queueUp(caseReference);
        if (cases.get(caseReference).state() != CaseState.CLOSED) {
            escalations.lookAgain(caseReference).forEach(reason -> tell(caseReference, risk(reason)));
        }
        List<Found> standing = table.standing(caseReference, escalations.isRaised(caseReference));
        standing.forEach(found -> tell(caseReference, found));
        putAway(caseReference, standing);
        dropWhatIsOver(caseReference);
        events.publishEvent(new AttentionChanged(caseReference));
    }

    /** Raises to the manager that somebody worked on a case before their conflict of interest was known. */
    @Transactional
    public void raiseLateConflict(String caseReference, String account, String name) {
        raiseConflict(
                caseReference,
                account,
                name + " worked on this case before the conflict was known. Decide what must be done again.",
                Told.MANAGER);
    }

    /**
     * Raises what follows from a conflict of interest.
     *
     * @param subject whose conflict, and what about it
     */
    @Transactional
    void raiseConflict(String caseReference, String subject, String words, Told told) {
        queueUp(caseReference);
        tell(caseReference, new Found(
                LATE_CONFLICT,
                subject,
                now.today().toString(),
                "Conflict of interest",
                words,
                told,
                true,
                RAISED_PRIORITY));
        events.publishEvent(new AttentionChanged(caseReference));
    }

    /** Somebody said what is to be done about everything that was raised to them. */
    @Transactional
    void answer(String caseReference, int number, String answer, String by) {
        queueUp(caseReference);
        jdbc.update(
                """
                update app.attention set answer = ?, answered_by = ?, answered_at = ?
                where case_reference = ? and raised and told = ? and answered_at is null and over_at is null
                """,
                answer,
                by,
                Timestamp.from(clock.instant()),
                caseReference,
                told(number).name());
        clocks.end(caseReference, ReviewClocks.RAISED_CASE, number, now.today(), "Taken up", PRACTICE, by);
        acts.append(Act.of(caseReference, by, "TOOK_UP_CONCERN", "What was raised is taken up").because(answer));
        events.publishEvent(new AttentionChanged(caseReference));
    }

    /** The case is closed: nothing about it needs attention any more. What is still owed to it is found again. */
    @Transactional
    void close(String caseReference) {
        queueUp(caseReference);
        jdbc.update(
                "update app.attention set over_at = ? where case_reference = ? and over_at is null",
                Timestamp.from(clock.instant()),
                caseReference);
        dropWhatIsOver(caseReference);
    }

    /** What stands about a case: what was raised first, then what is most urgent. */
    @Transactional(readOnly = true)
    public List<Concern> standing(String caseReference) {
        return jdbc.query(
                """
                select * from app.attention where case_reference = ? and over_at is null
                order by raised desc, priority desc, id desc
                """,
                Attention::read,
                caseReference);
    }

    /** What was raised to somebody and waits for their answer. */
    @Transactional(readOnly = true)
    List<Concern> raised(String caseReference, int number) {
        return standing(caseReference).stream()
                .filter(concern -> concern.raised() && concern.told() == told(number) && concern.answeredAt() == null)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int least(String caseReference, String task) {
        Integer least = jdbc.queryForObject(
                """
                select coalesce(max(priority), 0) from app.attention
                where case_reference = ? and over_at is null and answered_at is null
                  and (subject = ? or subject = 'DECISION_TARGET' or kind in ('RISK', 'LATE_CONFLICT'))
                """,
                Integer.class,
                caseReference,
                "STEP " + task);
        return least == null ? 0 : least;
    }

    private static Found risk(Escalations.Reason reason) {
        return new Found(
                RISK, reason.words(), reason.level(), "Risk", reason.words(), Told.valueOf(reason.level()), true, RAISED_PRIORITY);
    }

    private void tell(String caseReference, Found found) {
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
                            (found.raise() ? "Raised to " : "Needs attention, told to ") + words(found.told()) + ". "
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
        if (found.raise()) {
            raise(caseReference, found.told() == Told.OFFICER ? 1 : 2);
        }
    }

    /** One step for everybody who is told and case: what comes later is shown by the step that waits already. */
    private void raise(String caseReference, int number) {
        boolean waits = clocks.isRunning(caseReference, ReviewClocks.RAISED_CASE.name(), number);
        if (waits || raised(caseReference, number).isEmpty()) {
            return;
        }
        clocks.start(
                caseReference, ReviewClocks.RAISED_CASE, number, now.today(), "Something was raised", PRACTICE, "redress");
        procedures.start(
                PROCEDURE,
                caseReference,
                escalations.asRouting(caseReference)
                        .and(NUMBER, number)
                        .and("handlingGroup", number == 1 ? ReviewGroups.OFFICERS : ReviewGroups.MANAGERS));
    }

    private void putAway(String caseReference, List<Found> standing) {
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

    private void dropWhatIsOver(String caseReference) {
        for (int number = 1; number <= 2; number++) {
            if (clocks.isRunning(caseReference, ReviewClocks.RAISED_CASE.name(), number)
                    && raised(caseReference, number).isEmpty()) {
                procedures.tell(OVER, caseReference, RoutingFacts.of(NUMBER, number), RoutingFacts.none());
                clocks.cancel(
                        caseReference,
                        ReviewClocks.RAISED_CASE,
                        number,
                        now.today(),
                        "There is nothing left to take up",
                        PRACTICE,
                        "redress");
            }
        }
    }

    /** One at a time looks at a case, or two would both begin what is to begin once. */
    private void queueUp(String caseReference) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 4))", row -> {}, caseReference);
    }

    private static Told told(int number) {
        return number == 1 ? Told.OFFICER : Told.MANAGER;
    }

    private static String words(Told told) {
        return switch (told) {
            case CASEWORKER -> "the caseworker";
            case OFFICER -> "the reviews officers";
            case MANAGER -> "the manager";
        };
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
