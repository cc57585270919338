package org.redress.review.decisions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One decision table as its file states it, and the means to ask it: the DMN engine alone, no process engine. */
final class Decision {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final List<DmnDecisionTableEvaluationEvent> EVENTS = new ArrayList<>();
    private static final DmnEngine ENGINE = engine();

    /** What a table answered, and by which rules; a requirement's own rules are not among them. */
    record Answer(List<Map<String, Object>> rows, List<String> rules) {

        Map<String, Object> single() {
            if (rows.size() != 1) {
                throw new AssertionError("one answer was asked for, rules " + rules + " gave " + rows);
            }
            return rows.get(0);
        }

        List<Object> all(String output) {
            return rows.stream().map(row -> row.get(output)).toList();
        }
    }

    record Column(String name, String label, String expression, String type, List<String> allowed) {

        boolean uses(String variable) {
            return Pattern.compile("\\b" + Pattern.quote(variable) + "\\b").matcher(expression).find();
        }
    }

    record Rule(String id, String annotation, List<String> conditions, List<String> conclusions) {}

    final Path file;
    final String id;
    final String name;
    final String timeToLive;
    final String hitPolicy;
    final List<String> requires;
    final List<Column> inputs;
    final List<Column> outputs;
    final List<Rule> rules;

    private final Document document;
    private final Element element;
    private final DmnDecision withRequirements;
    private DmnDecision alone;

    Decision(Path file, Document document, Element element) {
        this.file = file;
        this.document = document;
        this.element = element;
        this.id = element.getAttribute("id");
        this.name = element.getAttribute("name");
        this.timeToLive = element.getAttributeNS(CAMUNDA, "historyTimeToLive");
        this.requires = children(element, "informationRequirement").stream()
                .flatMap(requirement -> children(requirement, "requiredDecision").stream())
                .map(required -> required.getAttribute("href").substring(1))
                .toList();
        Element table = children(element, "decisionTable").get(0);
        this.hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        this.inputs = children(table, "input").stream().map(Decision::input).toList();
        this.outputs = children(table, "output").stream()
                .map(output -> new Column(
                        output.getAttribute("name"),
                        output.getAttribute("label"),
                        "",
                        output.getAttribute("typeRef"),
                        allowed(output, "outputValues")))
                .toList();
        this.rules = children(table, "rule").stream()
                .map(rule -> new Rule(
                        rule.getAttribute("id"),
                        text(rule, "description"),
                        children(rule, "inputEntry").stream().map(entry -> text(entry, "text")).toList(),
                        children(rule, "outputEntry").stream().map(entry -> text(entry, "text")).toList()))
                .toList();

        this.withRequirements = ENGINE.parseDecision(id, new ByteArrayInputStream(bytes(document)));
    }

    /** The same table after a change of its model; what is said about it stays that of the original. */
    Decision(Decision original, DmnModelInstance changed) {
        this.file = original.file;
        this.document = original.document;
        this.element = original.element;
        this.id = original.id;
        this.name = original.name;
        this.timeToLive = original.timeToLive;
        this.hitPolicy = original.hitPolicy;
        this.requires = original.requires;
        this.inputs = original.inputs;
        this.outputs = original.outputs;
        this.rules = original.rules;
        this.withRequirements = ENGINE.parseDecision(id, changed);
    }

    /** Asks the table together with the tables it requires, as the REST API and a business rule task do. */
    Answer ask(Map<String, Object> variables) {
        return evaluate(withRequirements, variables);
    }

    /** Asks the table without the tables it requires; their answers are given as variables instead. */
    Answer askAlone(Map<String, Object> variables) {
        if (alone == null) {
            Document copy = (Document) document.cloneNode(true);
            for (Element decision : children(copy.getDocumentElement(), "decision")) {
                children(decision, "informationRequirement").forEach(decision::removeChild);
            }
            alone = ENGINE.parseDecision(id, new ByteArrayInputStream(bytes(copy)));
        }
        return evaluate(alone, variables);
    }

    /** The whole file as a model, to make changed copies of. */
    DmnModelInstance model() {
        return Dmn.readModelFromStream(new ByteArrayInputStream(bytes(document)));
    }

    boolean collects() {
        return hitPolicy.equals("COLLECT");
    }

    boolean hasDiagramShape() {
        var shapes = document.getElementsByTagNameNS("*", "DMNShape");
        for (int i = 0; i < shapes.getLength(); i++) {
            if (((Element) shapes.item(i)).getAttribute("dmnElementRef").equals(id)) {
                return true;
            }
        }
        return false;
    }

    String description() {
        return text(element, "description");
    }

    @Override
    public String toString() {
        return id;
    }

    private Answer evaluate(DmnDecision decision, Map<String, Object> variables) {
        EVENTS.clear();
        List<Map<String, Object>> rows = ENGINE.evaluateDecision(decision, variables).getResultList();
        List<String> hit = EVENTS.stream()
                .filter(event -> event.getDecisionTable().getKey().equals(id))
                .flatMap(event -> event.getMatchingRules().stream())
                .map(rule -> rule.getId())
                .toList();
        return new Answer(rows, hit);
    }

    private static DmnEngine engine() {
        DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(EVENTS::add);
        return configuration.buildEngine();
    }

    private static Column input(Element input) {
        Element expression = children(input, "inputExpression").get(0);
        return new Column(
                input.getAttribute("id"),
                input.getAttribute("label"),
                text(expression, "text"),
                expression.getAttribute("typeRef"),
                allowed(input, "inputValues"));
    }

    private static List<String> allowed(Element column, String tag) {
        return children(column, tag).stream().flatMap(values -> literals(text(values, "text")).stream()).toList();
    }

    static List<String> literals(String feel) {
        return Pattern.compile("\"([^\"]*)\"").matcher(feel).results().map(match -> match.group(1)).toList();
    }

    static String text(Element parent, String tag) {
        return children(parent, tag).stream().findFirst().map(child -> child.getTextContent().strip()).orElse("");
    }

    static List<Element> children(Element parent, String tag) {
        var nodes = parent.getChildNodes();
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && tag.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    private static byte[] bytes(Document document) {
        try {
            var out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException("cannot write the model again", e);
        }
    }

    static Map<String, Decision> byId(List<Decision> decisions) {
        return decisions.stream().collect(Collectors.toMap(decision -> decision.id, Function.identity()));
    }

    static Set<String> ids(List<Decision> decisions) {
        return byId(decisions).keySet();
    }
}
