package org.redress.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.desk.Escalations;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class TriageCaseStep implements Step<TriageCase> {

    private final CaseFiles cases;
    private final Escalations escalations;

    TriageCaseStep(CaseFiles cases, Escalations escalations) {
        this.cases = cases;
        this.escalations = escalations;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of(
                "allegationCount", cases.allegations(context.caseReference()).size(),
                "pagesOfPapers", pages(context),
                "daysOpen", escalations.daysOpen(context.caseReference()),
                "repeatContact", escalations.repeatContactNoted(context.caseReference()));
    }

    @Override
    public RoutingFacts complete(StepContext context, TriageCase answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("deathOrSeriousInjury", yes(answers.deathOrSeriousInjury()));
        facts.put("article2Or3Raised", yes(answers.article2Or3Raised()));
        facts.put("discriminationAlleged", yes(answers.discriminationAlleged()));
        facts.put("vulnerableComplainant", yes(answers.vulnerableComplainant()));
        facts.put("mediaInterest", yes(answers.mediaInterest()));
        facts.put("litigationThreatened", yes(answers.litigationThreatened()));
        facts.put("unreasonableConduct", yes(answers.unreasonableConduct()));
        facts.put(
                "repeatContact",
                yes(answers.repeatContact()) || escalations.repeatContactNoted(context.caseReference()));
        facts.put("allegationCount", cases.allegations(context.caseReference()).size());
        facts.put("pagesOfPapers", pages(context));
        facts.put("daysOpen", escalations.daysOpen(context.caseReference()));
        escalations.triage(context.caseReference(), facts, context.person());
        RoutingFacts routing = RoutingFacts.none();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            routing = routing.and(fact.getKey(), fact.getValue());
        }
        return routing;
    }

    private static int pages(StepContext context) {
        return context.routing().get("pagesOfPapers") instanceof Number pages ? pages.intValue() : 0;
    }

    private static boolean yes(Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }
}
