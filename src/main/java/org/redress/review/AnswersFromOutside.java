package org.redress.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.casefile.CompletedContents;
import org.redress.step.Faults;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an answer that reached us without a caseworker: what was missing is filled in and the wait ends. */
@Service
public class AnswersFromOutside {

    /** The message that the case waits for while the applicant is being asked. */
    static final String ANSWER_RECEIVED = "Message_AnswerReceived";

    private final CaseFiles cases;
    private final ApplicantAnswers answers;
    private final Facts facts;
    private final Applications applications;
    private final Procedures procedures;

    AnswersFromOutside(
            CaseFiles cases, ApplicantAnswers answers, Facts facts, Applications applications, Procedures procedures) {
        this.cases = cases;
        this.answers = answers;
        this.facts = facts;
        this.applications = applications;
        this.procedures = procedures;
    }

    /** @throws CaseClosed where the case is closed */
    @Transactional
    public void take(
            String caseReference,
            LocalDate receivedOn,
            String lateReasons,
            Boolean consentHeld,
            String text,
            CompletedContents more,
            String by) {
        if (cases.get(caseReference).state() == CaseState.CLOSED) {
            throw new CaseClosed(caseReference);
        }
        cases.complete(caseReference, more);
        CaseFacts learned = learned(cases.get(caseReference), more);
        if (!learned.known().isEmpty()) {
            facts.add(caseReference, FactSource.ANSWER, learned, by);
            applications.countDays(caseReference, by);
        }
        answers.add(caseReference, receivedOn, lateReasons, consentHeld, text, by);
        procedures.tell(ANSWER_RECEIVED, caseReference, RoutingFacts.none());
    }

    /** The facts that the newly supplied contents settle. */
    private CaseFacts learned(CaseFile file, CompletedContents more) {
        Map<String, Object> learned = new HashMap<>();
        learned.put("complaintMadeOn", more.complaintMadeOn());
        LocalDate provided = more.reviewRightsProvidedOn() != null
                ? more.reviewRightsProvidedOn()
                : Stream.of(more.outcomeLetterDate(), more.outcomeSentOn())
                        .filter(java.util.Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null);
        if (Boolean.FALSE.equals(more.reviewRightsGiven())) {
            learned.put("clockStarted", false);
        } else if (provided != null) {
            learned.put("clockStarted", true);
            learned.put("informationProvidedOn", provided);
        }
        boolean anything = more.complaintMadeOn() != null
                || provided != null
                || more.complaintSummary() != null
                || more.forceReference() != null;
        if (anything) {
            boolean complete = (!Faults.blank(file.complaintSummary())
                            || !cases.allegations(file.reference()).isEmpty())
                    && file.complaintMadeOn() != null
                    && !Faults.blank(file.force())
                    && (provided != null || facts.current(file.reference()).informationProvidedOn() != null);
            learned.put("contentsComplete", complete);
        }
        return CaseFacts.from(learned);
    }
}
