package org.redress.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The house rules of a diagram. Each fault names the element and says what to do.
 *
 * <p>The rules that bpmnlint calls "recommended" are stated here again, so that the build needs no Node.
 */
final class DiagramRules {

    /** What a diagram may refer to. */
    record Surroundings(
            Set<String> processes, Set<String> forms, Map<String, String> variableTypes, Set<String> clocks, Set<String> groups) {}

    static final Set<String> DECISIONS = Set.of(
            "Regime", "ReviewRoute", "ReviewBodyLimbs", "RelevantReviewBody", "Timeliness", "Validity", "Escalation",
            "AllegationFinding", "ReviewOutcome", "AvailableMeasures", "ReviewPath");
    static final Set<String> MESSAGES = Set.of(
            "Message_AnswerReceived", "Message_LimbSeen", "Message_Withdrawn", "Message_QuestionSettled",
            "Message_ReplyReceived", "Message_MoreTimeAsked", "Message_UpdatesOver", "Message_ConcernOver");
    /** Every call that a diagram makes into the domain. */
    static final Set<String> CALLS = Set.of(
            "clocks.dueDay", "clocks.priority", "clocks.followUp", "clocks.due", "clocks.soon", "clocks.countedDays", "determinations.codes", "determinations.record",
            "escalations.record", "allegations.numbers", "findings.notReasonableCount", "caseLetters.draft", "caseLetters.send",
            "applicantAnswers.noteSilence", "draftDecisions.withdraw", "caseClosing.close",
            "withdrawals.stopReview", "withdrawals.noteSilence", "withdrawals.dropQuestion", "recommendations.make",
            "progressUpdates.draft", "progressUpdates.awaitNext");

    private DiagramRules() {}

    /** Everything that is wrong with a diagram. */
    static List<String> faults(String file, String xml, Surroundings known) {
        return faults(file, new Diagram(xml), known).stream()
                .map(fault -> file + ".bpmn, " + fault.elementId() + ": " + fault.whatToDo())
                .toList();
    }

    static List<HouseRules.Fault> faults(String file, Diagram diagram, Surroundings known) {
        HouseRules.Ground ground = new HouseRules.Ground(file, diagram, known);
        return Stream.of(new WholeRules(ground), new FlowRules(ground), new StepRules(ground), new VariableRules(ground), new PictureRules(ground))
                .flatMap(rules -> rules.faults().stream())
                .toList();
    }
}
