package org.redress.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.casefile.NewCase.AllegationText;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class ObtainPapersStep implements Step<ObtainPapers> {

    private final CaseFiles cases;
    private final Papers papers;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;

    ObtainPapersStep(CaseFiles cases, Papers papers, Clocks clocks, ActRecord acts, Now now) {
        this.cases = cases;
        this.papers = papers;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        List<Papers.PapersSet> sets = papers.of(context.caseReference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("papersReceivedOn", sets.isEmpty() ? now.today() : sets.get(sets.size() - 1).receivedOn());
        shown.put("allegationsOnFile", cases.allegations(context.caseReference()).size());
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, ObtainPapers answers) {
        String reference = context.caseReference();
        List<String> further = answers.furtherAllegations() == null
                ? List.of()
                : answers.furtherAllegations().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        boolean none = cases.allegations(reference).isEmpty();
        new Faults()
                .when(
                        none && further.isEmpty(),
                        "furtherAllegations",
                        "The file lists no allegation. Write them here, one a line, as the papers show them.")
                .when(
                        !none && !further.isEmpty(),
                        "furtherAllegations",
                        "The file lists the allegations already. Leave this empty; a new allegation goes to the force.")
                .refuseIfAny();
        if (!further.isEmpty()) {
            cases.replaceAllegations(
                    reference,
                    further.stream().map(text -> new AllegationText(text, null)).toList(),
                    "CASEWORKER",
                    context.person());
        }
        clocks.end(ReviewClocks.PAPERS.of(reference), answers.papersReceivedOn(), "The papers are complete", context.person());
        cases.moveTo(reference, CaseState.OPEN);
        acts.append(Act.of(reference, context.person(), "PAPERS_COMPLETE", "The papers are complete"));
        return RoutingFacts.of("pagesOfPapers", answers.pagesOfPapers() == null ? 0 : answers.pagesOfPapers());
    }
}
