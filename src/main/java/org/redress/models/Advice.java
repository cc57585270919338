package org.redress.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.models.DiagramRules.Surroundings;
import org.w3c.dom.Element;

/** The house's conventions, as advice on files that nothing keeps from being deployed. */
final class Advice {

    /** A diagram with more elements than this is looked at no further: it is far too large anyway. */
    private static final int MOST_NODES = 200;
    private static final String OTHERWISE = "the house does this otherwise:";

    private final Known known;
    private final Map<String, Element> diagrams;
    private final Map<String, byte[]> files;

    Advice(Known known, Map<String, Element> diagrams, Map<String, byte[]> files) {
        this.known = known;
        this.diagrams = diagrams;
        this.files = files;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        Set<String> processes = new HashSet<>();
        Set<String> forms = new HashSet<>();
        diagrams.keySet().forEach(file -> processes.add(stem(file)));
        files.keySet().stream().filter(file -> file.endsWith(".form")).forEach(file -> forms.add(stem(file)));
        Surroundings surroundings = new Surroundings(processes, forms, known.variableTypes(), known.clocks(), known.groups());
        diagrams.forEach((file, root) -> diagram(file, root, surroundings, all));
        files.forEach((file, content) -> {
            if (file.endsWith(".form")) {
                form(file, new String(content, StandardCharsets.UTF_8), all);
            }
        });
        return all;
    }

    private static void diagram(String file, Element root, Surroundings surroundings, List<Finding> all) {
        try {
            Diagram diagram = new Diagram(root);
            if (diagram.nodes.size() > MOST_NODES) {
                all.add(advice(file, null, null, "move most of its " + diagram.nodes.size() + " elements into called diagrams."));
                return;
            }
            DiagramRules.faults(stem(file), diagram, surroundings).forEach(fault -> {
                Element element = diagram.byId.get(fault.elementId());
                String name = element == null || element.getAttribute("name").isBlank() ? null : Finding.quote(element.getAttribute("name"));
                all.add(advice(file, name, fault.elementId(), fault.whatToDo() + "."));
            });
        } catch (NullPointerException | IndexOutOfBoundsException | NumberFormatException | ClassCastException halfDrawn) {
            all.add(advice(file, null, null, "draw it in Camunda Modeler: its picture cannot be followed."));
        }
    }

    private static void form(String file, String json, List<Finding> all) {
        String stem = stem(file);
        for (String fault : FormRules.faults(stem, json)) {
            String[] parts = fault.substring(stem.length() + ".form, ".length()).split(": ", 2);
            all.add(advice(file, null, parts[0], parts[1] + "."));
        }
    }

    private static Finding advice(String file, String element, String id, String whatToDo) {
        return new Finding(file, element, id, GateRule.HOUSE_STYLE, OTHERWISE, whatToDo);
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
