package org.redress.models;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Where the rules write down what they find in one file. */
final class Sheet {

    private final String file;
    private final Set<Finding> findings = new LinkedHashSet<>();

    Sheet(String file) {
        this.file = Finding.quote(file);
    }

    void add(GateRule rule, String why) {
        add(rule, null, null, why, rule.remedy());
    }

    void add(GateRule rule, Element at, String why) {
        add(rule, at, why, rule.remedy());
    }

    void add(GateRule rule, Element at, String why, String remedy) {
        add(rule, label(at), id(at), why, remedy);
    }

    void add(GateRule rule, String label, String id, String why, String remedy) {
        findings.add(new Finding(file, label, id, rule, why, remedy));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What people read on the nearest element that has words. */
    private static String label(Element at) {
        for (Element element = at; element != null; element = ModelXml.parent(element)) {
            // the name of an addition of Camunda's is nothing that people see
            boolean seen = !Vocabulary.CAMUNDA.equals(ModelXml.namespace(element));
            for (String attribute : seen ? List.of("label", "name") : List.<String>of()) {
                if (!element.getAttribute(attribute).isBlank()) {
                    return Finding.quote(element.getAttribute(attribute));
                }
            }
        }
        return null;
    }

    private static String id(Element at) {
        for (Element element = at; element != null; element = ModelXml.parent(element)) {
            if (!element.getAttribute("id").isBlank()) {
                return Finding.quote(element.getAttribute("id"));
            }
        }
        return null;
    }
}
