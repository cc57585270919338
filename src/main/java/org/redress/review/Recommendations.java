package org.redress.review;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.Escalations;
import org.redress.kernel.ForDiagrams;
import org.redress.kernel.Words;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the force was asked to do, what it answered, and what was made of the answer (section 11). */
@Service
public class Recommendations {

    static final String REPLY_RECEIVED = "Message_ReplyReceived";
    static final String MORE_TIME_ASKED = "Message_MoreTimeAsked";
    static final String GROUND = "reg 30 (number of days not confirmed)";
    private static final String SENDING_ON = "reg 30 (unverified); the number of days is practice";
    private static final String PRACTICE = "Practice (11.6)";
    /** What tells the procedures of one case apart. */
    static final String NUMBER = "recommendationNumber";

    private final JdbcTemplate jdbc;
    private final Decisions decisions;
    private final Letters letters;
    private final Escalations escalations;
    private final Clocks clocks;
    private final Procedures procedures;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    Recommendations(
            JdbcTemplate jdbc,
            Decisions decisions,
            Letters letters,
            Escalations escalations,
            Clocks clocks,
            Procedures procedures,
            ActRecord acts,
            Now now,
            Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.letters = letters;
        this.escalations = escalations;
        this.clocks = clocks;
        this.procedures = procedures;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
    }

    /** Makes a recommendation of each measure of the decision and has its reply followed up. Called by the diagram. */
    @Transactional
    @ForDiagrams
    public void make(String caseReference) {
        ReviewDecision decision = decisions.current(caseReference).orElseThrow();
        LocalDate madeOn = dayOfTheLetter(caseReference);
        int number = 0;
        for (Measure measure : decision.measures()) {
            number++;
            jdbc.update(
                    "insert into app.recommendation (case_reference, number, measure, text, made_on) values (?, ?, ?, ?, ?)",
                    caseReference,
                    number,
                    measure.name(),
                    decision.recommendationText(),
                    Date.valueOf(madeOn));
            clocks.start(
                    caseReference,
                    ReviewClocks.RECOMMENDATION_REPLY,
                    number,
                    madeOn,
                    "The recommendation was made",
                    GROUND,
                    "redress");
            acts.append(Act.of(caseReference, "redress", "MADE_RECOMMENDATION", "Recommendation " + number + " made: "
                            + measure.name() + " " + measure.words())
                    .because(GROUND));
            procedures.start(
                    "RecommendationReply",
                    caseReference,
                    escalations.asRouting(caseReference).and(NUMBER, number).and("chasedBefore", false));
        }
    }

    /** The clock counts from the day that the letter to the force names, even if the engine came round to it later. */
    private LocalDate dayOfTheLetter(String caseReference) {
        return letters.of(caseReference).stream()
                .filter(letter -> letter.kind().code().equals("N11") && letter.approvedAt() != null)
                .map(letter -> now.londonDay(letter.approvedAt()))
                .max(LocalDate::compareTo)
                .orElseGet(now::today);
    }

    /**
     * Takes a reply that the force handed in.
     *
     * @throws RecommendationUnknown where the case has no such recommendation
     * @throws ReplyNotAwaited where it has been answered
     */
    @Transactional
    public void reply(String caseReference, long id, LocalDate receivedOn, ReplyAnswer answer, String text, String by) {
        RecommendationMade made = find(caseReference, id);
        if (made.answer() != null) {
            throw new ReplyNotAwaited("Recommendation " + made.number() + " has been answered already. Add a note to the case.");
        }
        record(caseReference, made.number(), receivedOn, answer, text, by);
        procedures.tell(
                REPLY_RECEIVED,
                caseReference,
                RoutingFacts.of(NUMBER, made.number()),
                RoutingFacts.of("replyAnswer", answer));
    }

    /**
     * Takes a request of the force for more time.
     *
     * @throws ReplyNotAwaited where the time is over or the reply is in
     */
    @Transactional
    public void askMoreTime(String caseReference, long id, LocalDate askedOn, LocalDate until, String by) {
        RecommendationMade made = find(caseReference, id);
        if (made.answer() != null || !inTime(caseReference, made.number(), askedOn)) {
            throw new ReplyNotAwaited("More time can only be asked for before the time for the reply is over.");
        }
        boolean waiting = procedures.tell(
                MORE_TIME_ASKED, caseReference, RoutingFacts.of(NUMBER, made.number()), RoutingFacts.none());
        if (!waiting) {
            throw new ReplyNotAwaited("A request for more time or a chaser is being worked on. Wait for our answer.");
        }
        moreTimeAsked(caseReference, made.number(), askedOn, until, by);
    }

    boolean inTime(String caseReference, int number, LocalDate day) {
        return clocks.dueOn(caseReference, ReviewClocks.RECOMMENDATION_REPLY, number)
                .filter(due -> !day.isAfter(due))
                .isPresent();
    }

    @Transactional
    void record(String caseReference, int number, LocalDate receivedOn, ReplyAnswer answer, String text, String by) {
        jdbc.update(
                """
                update app.recommendation set reply_on = ?, answer = ?, reply_text = ?, reply_by = ?, reply_at = ?
                where case_reference = ? and number = ?
                """,
                Date.valueOf(receivedOn),
                answer.name(),
                text,
                by,
                Timestamp.from(clock.instant()),
                caseReference,
                number);
        clocks.end(
                caseReference, ReviewClocks.RECOMMENDATION_REPLY, number, receivedOn, "The force replied", GROUND, by);
        clocks.start(caseReference, ReviewClocks.SENDING_ON, number, receivedOn, "The force replied", SENDING_ON, by);
        acts.append(Act.of(caseReference, by, "RECEIVED_REPLY", "Reply to recommendation " + number + ": " + answer.words())
                .because(GROUND));
    }

    @Transactional
    void moreTimeAsked(String caseReference, int number, LocalDate askedOn, LocalDate until, String by) {
        jdbc.update(
                "insert into app.recommendation_more_time (recommendation, asked_on, until) values (?, ?, ?)",
                get(caseReference, number).id(),
                Date.valueOf(askedOn),
                Date.valueOf(until));
        acts.append(Act.of(caseReference, by, "ASKED_MORE_TIME", "The force asks for more time for its reply to recommendation "
                        + number + ", until " + Words.day(until))
                .because(GROUND));
    }

    /** @param newDay the new day, or null where refused */
    @Transactional
    void decideMoreTime(String caseReference, int number, LocalDate newDay, String reason, String by) {
        jdbc.update(
                """
                update app.recommendation_more_time set granted = ?, new_day = ?, reason = ?, decided_by = ?, decided_at = ?
                where recommendation = ? and decided_at is null
                """,
                newDay != null,
                newDay == null ? null : Date.valueOf(newDay),
                reason,
                by,
                Timestamp.from(clock.instant()),
                get(caseReference, number).id());
        if (newDay != null) {
            extend(caseReference, number, newDay, "More time given", by);
        }
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_MORE_TIME",
                        newDay == null ? "More time for the reply refused" : "More time for the reply given until " + Words.day(newDay))
                .because(reason));
    }

    @Transactional
    void extend(String caseReference, int number, LocalDate newDay, String what, String by) {
        clocks.extend(caseReference, ReviewClocks.RECOMMENDATION_REPLY, number, newDay, what, GROUND, by);
    }

    @Transactional
    void chased(String caseReference, int number, LocalDate newDay, String by) {
        jdbc.update(
                "update app.recommendation set chased_on = ? where case_reference = ? and number = ?",
                Date.valueOf(now.today()),
                caseReference,
                number);
        extend(caseReference, number, newDay, "Chased; the force was given until then", by);
        acts.append(Act.of(caseReference, by, "CHASED_REPLY", "Reply to recommendation " + number + " chased"));
    }

    @Transactional
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
        acts.append(Act.of(caseReference, by, "PROPOSED_DIRECTION", "Direction to the chief officer drafted")
                .because("PRA s.15(2A)-(2C)"));
    }

    @Transactional
    void directionDecided(String caseReference, int number, boolean given, String reason, String by) {
        RecommendationMade made = get(caseReference, number);
        if (given) {
            jdbc.update(
                    "update app.recommendation set directed_on = ? where case_reference = ? and number = ?",
                    Date.valueOf(now.today()),
                    caseReference,
                    number);
        }
        extend(caseReference, number, made.proposedDay(), given ? "Directed to answer" : "Taken up without a direction", by);
        acts.append(Act.of(
                        caseReference,
                        by,
                        "DECIDED_DIRECTION",
                        given ? "Direction to the chief officer given (PRA s.15)" : "No direction given")
                .because(reason));
    }

    @Transactional
    void sentOn(String caseReference, int number, String to, String sharedText, String withholdReason, String by) {
        endIfRunning(caseReference, ReviewClocks.SENDING_ON, number, "The reply was dealt with", SENDING_ON, by);
        if (get(caseReference, number).answer() != ReplyAnswer.ACCEPTED) {
            clocks.start(caseReference, ReviewClocks.TAKING_UP, number, now.today(), "The force does not accept all of it",
                    PRACTICE, by);
        }
        jdbc.update(
                """
                update app.recommendation set sent_to = ?, shared_text = ?, withhold_reason = ?, sent_on_by = ?, sent_on_at = ?
                where case_reference = ? and number = ?
                """,
                to,
                sharedText,
                withholdReason,
                by,
                Timestamp.from(clock.instant()),
                caseReference,
                number);
        acts.append(Act.of(caseReference, by, "SENT_REPLY_ON", "Reply to recommendation " + number + " sent on: "
                        + to.toLowerCase(java.util.Locale.ROOT))
                .because(withholdReason));
    }

    @Transactional
    void takenUp(String caseReference, int number, String text, String by) {
        endIfRunning(caseReference, ReviewClocks.TAKING_UP, number, "The refusal was taken up", PRACTICE, by);
        jdbc.update(
                "update app.recommendation set taken_up = ?, taken_up_by = ?, taken_up_at = ? where case_reference = ? and number = ?",
                text,
                by,
                Timestamp.from(clock.instant()),
                caseReference,
                number);
        acts.append(Act.of(caseReference, by, "TOOK_UP_REFUSAL", "Refusal of recommendation " + number + " taken up with the force"));
    }

    /** Recommendations from before these clocks came have none. */
    private void endIfRunning(String caseReference, ClockName clock, int number, String what, String ground, String by) {
        if (clocks.isRunning(caseReference, clock.name(), number)) {
            clocks.end(caseReference, clock, number, now.today(), what, ground, by);
        }
    }

    /** Every recommendation of a case, in order. */
    @Transactional(readOnly = true)
    public List<RecommendationMade> of(String caseReference) {
        return jdbc.query(
                "select * from app.recommendation where case_reference = ? order by number",
                Recommendations::read,
                caseReference);
    }

    /** How many recommendations of all cases were answered in each way. */
    @Transactional(readOnly = true)
    public Map<ReplyAnswer, Long> answers() {
        Map<ReplyAnswer, Long> counted = new LinkedHashMap<>();
        for (ReplyAnswer answer : ReplyAnswer.values()) {
            counted.put(answer, jdbc.queryForObject(
                    "select count(*) from app.recommendation where answer = ?", Long.class, answer.name()));
        }
        return counted;
    }

    @Transactional(readOnly = true)
    RecommendationMade get(String caseReference, int number) {
        return of(caseReference).get(number - 1);
    }

    private RecommendationMade find(String caseReference, long id) {
        return of(caseReference).stream()
                .filter(made -> made.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecommendationUnknown(caseReference, id));
    }

    /** What every form about a recommendation shows of it. */
    Map<String, Object> shown(StepContext context) {
        return Map.of("recommendationWords", words(context.caseReference(), context.number(NUMBER)));
    }

    /** The same, and what the force replied. */
    Map<String, Object> shownWithReply(StepContext context) {
        RecommendationMade made = get(context.caseReference(), context.number(NUMBER));
        return Map.of(
                "recommendationWords",
                words(context.caseReference(), made.number()),
                "replyWords",
                Words.day(made.replyOn()) + ", " + made.answer().words() + ": " + made.replyText());
    }

    private String words(String caseReference, int number) {
        RecommendationMade made = get(caseReference, number);
        List<String> lines = new ArrayList<>();
        lines.add(made.measure().name() + ": " + made.measure().words());
        lines.add("Made on " + Words.day(made.madeOn()) + "; the reply is due on "
                + Words.day(clocks.dueOn(caseReference, ReviewClocks.RECOMMENDATION_REPLY, number).orElse(null)));
        if (made.chasedOn() != null) {
            lines.add("Chased on " + Words.day(made.chasedOn()));
        }
        if (made.directedOn() != null) {
            lines.add("Directed to answer on " + Words.day(made.directedOn()));
        }
        return Words.lines(lines);
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
