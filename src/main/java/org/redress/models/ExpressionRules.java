package org.redress.models;

import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Every place of a diagram that can hold an expression: any attribute, any text. */
final class ExpressionRules {

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    /** Where a name must stand as it is, by the element that has it. */
    private static final Map<String, String> NAMES = Map.of(
            "calledElement", "callActivity", "decisionRef", "businessRuleTask", "formRef", "userTask", "name", "message", "id", "", "processRef", "");

    private final Sheet sheet;
    private final Known known;

    ExpressionRules(Sheet sheet, Known known) {
        this.sheet = sheet;
        this.known = known;
    }

    void check(Element element) {
        for (Attr attribute : ModelXml.attributes(element)) {
            String text = attribute.getValue();
            if (!Expressions.isIn(text) || isBusinessKey(element, attribute)) {
                continue;
            }
            String holder = NAMES.get(attribute.getLocalName());
            if (holder != null && (holder.isEmpty() || holder.equals(element.getLocalName()))) {
                sheet.add(GateRule.DYNAMIC_NAME, element, "its " + attribute.getLocalName() + " “" + Finding.quote(text) + "” is computed.");
            }
            faults(element, text);
        }
        faults(element, ModelXml.ownText(element));
        String collection = element.getAttributeNS(Vocabulary.CAMUNDA, "collection");
        if (!collection.isEmpty() && !Expressions.isIn(collection) && !known.variables().contains(collection)) {
            sheet.add(GateRule.UNKNOWN_VARIABLE, element, "it repeats over “" + Finding.quote(collection) + "”, which is not in the variable register.");
        }
    }

    /** The one thing read off the execution itself, and only where it is handed on. */
    private static boolean isBusinessKey(Element element, Attr attribute) {
        return element.getLocalName().equals("in") && attribute.getLocalName().equals("businessKey") && attribute.getValue().equals(BUSINESS_KEY);
    }

    private void faults(Element element, String text) {
        for (Expressions.Fault fault : Expressions.faults(text, known.calls(), known.variables())) {
            sheet.add(fault.rule(), element, fault.why(), remedy(fault.rule()));
        }
    }

    private String remedy(GateRule rule) {
        return rule == GateRule.UNKNOWN_CALL
                ? "Use one of the known calls, of " + String.join(", ", known.calls().beans().stream().sorted().toList()) + "."
                : rule.remedy();
    }
}
