package org.redress.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether what a diagram names "as deployed with me" came with it: a part without its whole would stop every new case. */
final class WholeSet {

    private final Set<String> processes = new HashSet<>();
    private final Set<String> decisions = new HashSet<>();
    private final Set<String> forms = new HashSet<>();
    private final Map<String, Element> diagrams;

    WholeSet(Map<String, Element> diagrams, Map<String, Element> tables, Set<String> files) {
        this.diagrams = diagrams;
        diagrams.values().forEach(root -> ModelXml.children(root, "process").forEach(process -> processes.add(process.getAttribute("id"))));
        tables.values().forEach(root -> ModelXml.children(root, "decision").forEach(decision -> decisions.add(decision.getAttribute("id"))));
        files.stream().filter(file -> file.endsWith(".form")).forEach(file ->
                forms.add(file.substring(file.lastIndexOf('/') + 1, file.length() - ".form".length())));
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        diagrams.forEach((file, root) -> {
            Sheet sheet = new Sheet(file);
            for (Element element : ModelXml.everything(root)) {
                switch (element.getLocalName()) {
                    case "callActivity" -> bound(sheet, element, element.getAttribute("calledElement"), "calledElementBinding", processes, "the diagram ");
                    case "businessRuleTask" -> bound(sheet, element, camunda(element, "decisionRef"), "decisionRefBinding", decisions, "the table ");
                    case "userTask" -> present(sheet, element, camunda(element, "formRef"), forms, "the form ");
                    default -> { }
                }
            }
            all.addAll(sheet.findings());
        });
        return all;
    }

    private static void bound(Sheet sheet, Element element, String name, String binding, Set<String> present, String what) {
        if (!camunda(element, binding).equals("deployment")) {
            sheet.add(GateRule.BINDING, element, what + Finding.quote(name) + " is not bound by deployment.");
        }
        present(sheet, element, name, present, what);
    }

    private static void present(Sheet sheet, Element element, String name, Set<String> present, String what) {
        if (!name.isEmpty() && !Expressions.isIn(name) && !present.contains(name)) {
            sheet.add(GateRule.SET_INCOMPLETE, element, what + Finding.quote(name) + " is missing.",
                    "Deploy the whole package, with " + what + Finding.quote(name) + ".");
        }
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(Vocabulary.CAMUNDA, attribute);
    }
}
