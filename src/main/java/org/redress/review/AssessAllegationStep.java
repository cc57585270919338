package org.redress.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.clock.Now;
import org.redress.step.Faults;
import org.redress.step.Proposal;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AssessAllegationStep implements Step<AssessAllegation> {

    private final CaseFiles cases;
    private final Findings findings;
    private final Checklist checklist;
    private final AllegationReaders allegationReaders;
    private final ReaderNames names;
    private final ReadersWords readersWords;
    private final Now now;

    AssessAllegationStep(
            CaseFiles cases,
            Findings findings,
            Checklist checklist,
            AllegationReaders allegationReaders,
            ReaderNames names,
            ReadersWords readersWords,
            Now now) {
        this.cases = cases;
        this.findings = findings;
        this.checklist = checklist;
        this.allegationReaders = allegationReaders;
        this.names = names;
        this.readersWords = readersWords;
        this.now = now;
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
        shown.put("peopleOnFile", allegationReaders.options(names.others(context.caseReference())));
        findings.of(context.caseReference()).stream()
                .filter(earlier -> earlier.number() == allegation.number())
                .findFirst()
                .ifPresent(earlier -> {
                    earlier.checklist().forEach((question, answer) -> shown.put(question, answer.name()));
                    shown.put("finding", earlier.finding().name());
                    shown.put("about", earlier.about());
                    shown.put("reason", earlier.reason());
                    shown.put("reasonForForce", earlier.reasons().force());
                    shown.put("reasonForSubject", earlier.reasons().subject());
                    shown.put("reasonForInterested", earlier.reasons().interested());
                });
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, AssessAllegation answers) {
        Allegation allegation = allegation(context);
        Map<String, ChecklistAnswer> answered = Checklist.answers(answers);
        Optional<Checklist.Proposed> proposal = checklist.propose(context.caseReference(), answered);
        Proposal<Finding> decision = Proposal.of(proposal.map(Checklist.Proposed::finding).orElse(null))
                .decide(answers.finding(), answers.departureReason(), context.person(), now.instant());
        List<Party> others = names.others(context.caseReference());
        List<String> concerns = answers.concerns() == null ? List.of() : answers.concerns();
        Faults faults = new Faults();
        readersWords.check(context.caseReference(), answers.reasons(), faults);
        readersWords.checkForAll(context.caseReference(), answers.about(), "about", faults);
        faults.whenBlank(answers.reason(), "reason", "Write the reason in words the complainant can follow.")
                .whenBlank(answers.about(), "about", "Say in one sentence what the allegation is about. Name nobody.")
                .when(
                        !others.isEmpty() && concerns.isEmpty(),
                        "concerns",
                        "Choose each person on the file whom this allegation concerns, or nobody. Only they are told of it.")
                .when(
                        concerns.size() > 1 && concerns.contains(AllegationReaders.NOBODY),
                        "concerns",
                        "Choose people or nobody, not both.")
                .whenUnexplained(
                        decision,
                        proposal.map(standing -> "Your answers propose: outcome " + standing.finding().words() + " ("
                                        + standing.reason() + ").")
                                .orElse("Your answers propose no finding."),
                        "They stay on the file.")
                .refuseIfAny();
        allegationReaders.record(context.caseReference(), allegation.number(), others, concerns, context.person());
        findings.record(context.caseReference(), allegation.number(), answered, decision, answers);
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
