package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants answered when we asked for something, and when they stayed silent. */
@Service
public class ApplicantAnswers {

    /**
     * An answer as it stands on the file.
     *
     * @param silence whether this row says that no answer came
     */
    public record Answer(
            LocalDate receivedOn,
            boolean silence,
            String lateReasons,
            Boolean consentHeld,
            String text,
            String handedInBy,
            Instant handedInAt) {}

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Facts facts;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    ApplicantAnswers(
            JdbcTemplate jdbc, CaseFiles cases, Clocks clocks, Facts facts, ActRecord acts, Now now, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clocks = clocks;
        this.facts = facts;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
    }

    /** Puts an answer on the file; the wait for it, if there is one, is over. */
    @Transactional
    public void add(String caseReference, LocalDate receivedOn, String lateReasons, Boolean consentHeld, String text, String by) {
        insert(caseReference, receivedOn, false, lateReasons, consentHeld, text, by);
        if (Boolean.TRUE.equals(consentHeld)) {
            facts.add(
                    caseReference,
                    FactSource.ANSWER,
                    CaseFacts.from(java.util.Map.of("consentHeld", true)),
                    by);
        }
        endWait(caseReference, receivedOn, "The applicant answered", by);
        acts.append(Act.of(caseReference, by, "RECORDED_ANSWER", "Answer from the applicant recorded"));
    }

    /** The day for answering passed and no answer came. Called by the diagram's timer. */
    @Transactional
    @ForDiagrams
    public void noteSilence(String caseReference) {
        insert(caseReference, now.today(), true, null, null, null, "redress");
        endWait(caseReference, now.today(), "No answer came", "redress");
        acts.append(Act.of(caseReference, "redress", "NOTED_SILENCE", "No answer from the applicant by the day we named"));
    }

    /** Every answer and every silence, oldest first. */
    @Transactional(readOnly = true)
    public List<Answer> of(String caseReference) {
        return jdbc.query(
                "select * from app.applicant_answer where case_reference = ? order by id",
                (row, i) -> new Answer(
                        row.getDate("received_on").toLocalDate(),
                        row.getBoolean("silence"),
                        row.getString("late_reasons"),
                        (Boolean) row.getObject("consent_held"),
                        row.getString("text"),
                        row.getString("handed_in_by"),
                        row.getTimestamp("handed_in_at").toInstant()),
                caseReference);
    }

    /** How often in a row the applicant was asked and did not answer; an answer begins the count anew. */
    @Transactional(readOnly = true)
    public int silences(String caseReference) {
        int silences = 0;
        for (Answer answer : of(caseReference)) {
            silences = answer.silence() ? silences + 1 : 0;
        }
        return silences;
    }

    /** Whether there is something to weigh on lateness: reasons were given, or we asked and nothing came. */
    @Transactional(readOnly = true)
    public boolean latenessCanBeDecided(String caseReference) {
        return of(caseReference).stream().anyMatch(answer -> answer.silence() || !Faults.blank(answer.lateReasons()));
    }

    private void endWait(String caseReference, LocalDate on, String what, String by) {
        if (clocks.isRunning(ReviewClocks.ANSWER_FROM_APPLICANT.of(caseReference))) {
            clocks.end(ReviewClocks.ANSWER_FROM_APPLICANT.of(caseReference), on, what, by);
            clocks.start(ReviewClocks.VALIDITY.of(caseReference), on, what, by);
            cases.moveTo(caseReference, CaseState.OPEN);
            // until it is decided again, nothing is settled
            cases.take(caseReference, null);
        }
    }

    private void insert(
            String caseReference,
            LocalDate receivedOn,
            boolean silence,
            String lateReasons,
            Boolean consentHeld,
            String text,
            String by) {
        jdbc.update(
                """
                insert into app.applicant_answer (case_reference, received_on, silence, late_reasons, consent_held, text,
                  handed_in_by, handed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                Date.valueOf(receivedOn),
                silence,
                lateReasons,
                consentHeld,
                text,
                by,
                Timestamp.from(clock.instant()));
    }
}
