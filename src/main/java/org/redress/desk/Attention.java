package org.redress.desk;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Now;
import org.redress.desk.AttentionTable.Found;
import org.redress.step.AttentionChanged;
import org.redress.step.StepPriorities;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What needs attention, and who has been told: each cause once for each due day or step, whatever starts again. What it
 * takes, and who is told, the table {@code Attention} says; what makes a case risky, the table {@code Escalation}.
 */
@Service
public class Attention implements StepPriorities {

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

    private static final int RAISED_PRIORITY = 90;

    private final CaseFiles cases;
    private final AttentionTable table;
    private final Escalations escalations;
    private final AttentionRecord record;
    private final Raisings raisings;
    private final ApplicationEventPublisher events;
    private final Now now;

    Attention(
            CaseFiles cases,
            AttentionTable table,
            Escalations escalations,
            AttentionRecord record,
            Raisings raisings,
            ApplicationEventPublisher events,
            Now now) {
        this.cases = cases;
        this.table = table;
        this.escalations = escalations;
        this.record = record;
        this.raisings = raisings;
        this.events = events;
        this.now = now;
    }

    /** Every case in which something can need attention: open ones, and closed ones where something is still owed. */
    @Transactional(readOnly = true)
    List<String> watched() {
        TreeSet<String> watched = new TreeSet<>(record.watched());
        watched.addAll(table.casesOfProcedures());
        return List.copyOf(watched);
    }

    /** Looks at one case as it stands now: tells what is new, and puts away what is over. */
    @Transactional
    public void look(String caseReference) {
        record.queueUp(caseReference);
        if (cases.get(caseReference).state() != CaseState.CLOSED) {
            escalations.lookAgain(caseReference).forEach(reason -> tell(caseReference, risk(reason)));
        }
        List<Found> standing = table.standing(caseReference, escalations.isRaised(caseReference));
        standing.forEach(found -> tell(caseReference, found));
        record.putAway(caseReference, standing);
        raisings.dropWhatIsOver(caseReference);
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
        record.queueUp(caseReference);
        tell(caseReference, new Found(
                AttentionRecord.LATE_CONFLICT,
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
        record.queueUp(caseReference);
        raisings.takenUp(caseReference, number, by);
        record.answer(caseReference, Raisings.told(number), answer, by);
        events.publishEvent(new AttentionChanged(caseReference));
    }

    /** The case is closed: nothing about it needs attention any more. What is still owed to it is found again. */
    @Transactional
    void close(String caseReference) {
        record.queueUp(caseReference);
        record.close(caseReference);
        raisings.dropWhatIsOver(caseReference);
    }

    /** What stands about a case: what was raised first, then what is most urgent. */
    @Transactional(readOnly = true)
    public List<Concern> standing(String caseReference) {
        return record.standing(caseReference);
    }

    /** What was raised to somebody and waits for their answer. */
    @Transactional(readOnly = true)
    List<Concern> raised(String caseReference, int number) {
        return record.raised(caseReference, Raisings.told(number));
    }

    @Override
    @Transactional(readOnly = true)
    public int least(String caseReference, String task) {
        return record.least(caseReference, AttentionTable.subjectOf(task), table.clocksOfTheWhole());
    }

    private void tell(String caseReference, Found found) {
        record.tell(caseReference, found);
        if (found.raise()) {
            raisings.raise(caseReference, found.told());
        }
    }

    private static Found risk(Escalations.Reason reason) {
        return new Found(
                AttentionRecord.RISK,
                reason.words(),
                reason.level(),
                "Risk",
                reason.words(),
                Told.valueOf(reason.level()),
                true,
                RAISED_PRIORITY);
    }
}
