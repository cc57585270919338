package org.redress.review;

import java.util.HashMap;
import java.util.Map;
import org.redress.clock.Now;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ConfirmFactsStep implements Step<ConfirmFacts> {

    private final Facts facts;
    private final Applications applications;
    private final ApplicantAnswers answersGiven;
    private final WithdrawalNotices withdrawals;
    private final Now now;

    ConfirmFactsStep(Facts facts, Applications applications, ApplicantAnswers answersGiven, WithdrawalNotices withdrawals, Now now) {
        this.facts = facts;
        this.applications = applications;
        this.answersGiven = answersGiven;
        this.withdrawals = withdrawals;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Map<String, Object> shown = new HashMap<>(facts.current(context.caseReference()).known());
        facts.routeReason(context.caseReference()).ifPresent(reason -> {
            shown.put("mixedHandling", true);
            shown.put("routeReason", reason);
        });
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, ConfirmFacts answers) {
        new Faults()
                .when(
                        answers.told() && answers.informationProvidedOn() == null,
                        "informationProvidedOn",
                        "Enter the day on which the force told the applicant of the right to a review.")
                .when(
                        Boolean.TRUE.equals(answers.mixedHandling()) && Faults.blank(answers.routeReason()),
                        "routeReason",
                        "Say why the route that you chose governs. It is not settled which one does.")
                .when(
                        !answers.withdrawn()
                                && withdrawals.thatEnds(context.caseReference()).isPresent(),
                        "withdrawn",
                        "A notice of withdrawal is on the file, so leave this ticked. If it should not count, say so with"
                                + " reasons when you decide what happens next.")
                .refuseIfAny();
        String reference = context.caseReference();
        CaseFacts confirmed = answers.facts();
        facts.confirm(reference, confirmed, answers.reasonForRoute(), context.person());
        applications.countDays(reference, context.person());
        if (!Faults.blank(answers.lateReasons())) {
            answersGiven.add(reference, now.today(), answers.lateReasons(), null, null, context.person());
        }
        CaseFacts standing = facts.current(reference);
        RoutingFacts routing = standing.routing();
        return routing.and("lateReasonsGiven", answersGiven.latenessCanBeDecided(reference))
                .and(
                        "informationProvidedOn",
                        Boolean.TRUE.equals(standing.clockStarted()) ? standing.informationProvidedOn() : null)
                .and(
                        "specialCircumstances",
                        standing.specialCircumstances() == null
                                ? SpecialCircumstances.NOT_CONSIDERED
                                : standing.specialCircumstances());
    }
}
