package org.redress.testing;

import java.io.File;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.redress.step.DecisionRow;

/** The words that stand beside each reason for the IOPC, in the very file that process owners edit. */
public final class LimbWords {

    private static final File TABLE = new File("processes/review/RelevantReviewBody.dmn");

    private LimbWords() {}

    /** Words by the code of the reason. */
    public static Map<String, String> all() {
        DmnModelInstance model = Dmn.readModelFromFile(TABLE);
        Decision decision = model.getModelElementById("ReviewBodyLimbs");
        Collection<Rule> rules = ((DecisionTable) decision.getExpression()).getRules();
        Map<String, String> words = new LinkedHashMap<>();
        rules.forEach(rule -> words.put(
                rule.getOutputEntries().iterator().next().getText().getTextContent().strip().replace("\"", ""),
                new DecisionRow(rule.getId(), rule.getDescription().getTextContent(), List.of(), Map.of()).words()));
        return words;
    }
}
