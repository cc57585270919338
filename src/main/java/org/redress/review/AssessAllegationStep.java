package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFiles;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AssessAllegationStep implements Step<AssessAllegation> {

    private final CaseFiles cases;
    private final Findings findings;
    private final Checklist checklist;

    AssessAllegationStep(CaseFiles cases, Findings findings, Checklist checklist) {
        this.cases = cases;
        this.findings = findings;
        this.checklist = checklist;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Allegation allegation = allegation(context);
        Map<String, Object> shown = new HashMap<>();
        shown.put("allegationNumber", allegation.number());
        shown.put("allegationText", allegation.text());
        shown.put(
                "forceOutcome",
                Faults.blank(allegation.forceOutcome()) ? "Not recorded." : allegation.forceOutcome());
        findings.of(context.caseReference()).stream()
                .filter(earlier -> earlier.number() == allegation.number())
                .findFirst()
                .ifPresent(earlier -> {
                    earlier.checklist().forEach((question, answer) -> shown.put(question, answer.name()));
                    shown.put("finding", earlier.finding().name());
                    shown.put("reason", earlier.reason());
                });
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, AssessAllegation answers) {
        Allegation allegation = allegation(context);
        Map<String, ChecklistAnswer> answered = Checklist.answers(answers);
        Optional<Checklist.Proposal> proposal = checklist.propose(context.caseReference(), answered);
        Finding proposed = proposal.map(Checklist.Proposal::finding).orElse(null);
        boolean departs = answers.finding() != proposed;
        new Faults()
                .whenBlank(answers.reason(), "reason", "Write the reason in words the complainant can follow.")
                .when(
                        departs && Faults.blank(answers.departureReason()),
                        "departureReason",
                        proposal.map(standing -> "Your answers propose: outcome " + standing.finding().words() + " ("
                                        + standing.reason() + "). You find otherwise. Write your reasons. They stay on the file.")
                                .orElse("Your answers propose no finding. Write your reasons for yours. They stay on the file."))
                .refuseIfAny();
        findings.record(context.caseReference(), allegation.number(), answered, proposed, answers, context.person());
        return RoutingFacts.none();
    }

    private Allegation allegation(StepContext context) {
        int number = context.number("allegationNumber");
        return cases.allegations(context.caseReference()).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Case " + context.caseReference() + " has no allegation " + number));
    }
}
