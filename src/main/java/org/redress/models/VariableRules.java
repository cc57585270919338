package org.redress.models;

import static org.redress.models.Diagram.camunda;
import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.kind;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Nothing hidden in a diagram, no durations, and only variables of the register. */
final class VariableRules extends HouseRules {

    private static final Pattern DURATION = Pattern.compile("\\b[PR]T?\\d+[YMWDHS/]");
    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])([a-zA-Z_]\\w*(?:\\.\\w+)?)(\\s*\\()?");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne");

    VariableRules(Ground ground) {
        super(ground);
    }

    @Override
    void check() {
        nothingHidden();
        variables();
    }

    private void nothingHidden() {
        for (Element element : ground.diagram().everything()) {
            Element owner = element;
            while (!owner.hasAttribute("id")) {
                owner = (Element) owner.getParentNode();
            }
            require(!Set.of("script", "scriptTask", "executionListener", "taskListener", "connector", "formData", "inputOutput")
                            .contains(kind(element)),
                    owner, "remove the " + kind(element) + ": diagrams call beans by expression and nothing else");
            require(camunda(element, "class").isEmpty() && camunda(element, "delegateExpression").isEmpty(), owner,
                    "remove the class or delegate name");
            if (kind(element).equals("failedJobRetryTimeCycle")) {
                continue;
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                require(attribute.getLocalName().equals("historyTimeToLive") || !DURATION.matcher(attribute.getValue()).find(), owner,
                        "remove the duration " + attribute.getValue() + ": numbers of days belong to the clocks");
            }
            if (children(element, Diagram.BPMN, null).isEmpty() && children(element, Diagram.CAMUNDA, null).isEmpty()) {
                require(!DURATION.matcher(element.getTextContent()).find(), owner,
                        "remove the duration " + element.getTextContent().trim() + ": numbers of days belong to the clocks");
            }
        }
    }

    private void variables() {
        for (Element element : ground.diagram().everything()) {
            Element owner = element;
            while (!owner.hasAttribute("id")) {
                owner = (Element) owner.getParentNode();
            }
            if (kind(element).equals("in") || kind(element).equals("out")) {
                for (String side : List.of("source", "target")) {
                    if (element.hasAttribute(side)) {
                        requireVariable(owner, element.getAttribute(side));
                    }
                }
            }
            for (String attribute : List.of("resultVariable", "elementVariable")) {
                if (!camunda(element, attribute).isEmpty()) {
                    requireVariable(owner, camunda(element, attribute));
                    String name = camunda(element, attribute);
                    require(DiagramRules.CALLS.stream().noneMatch(call -> call.startsWith(name + ".")), owner,
                            "rename the variable " + name + ": a bean has that name and would be hidden by it");
                }
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                requireKnownWords(owner, ((Attr) attributes.item(i)).getValue());
            }
            if (children(element, Diagram.BPMN, null).isEmpty()) {
                requireKnownWords(owner, element.getTextContent());
            }
        }
    }

    private void requireKnownWords(Element owner, String text) {
        Matcher expression = Pattern.compile("[$#]\\{([^}]*)}").matcher(text);
        while (expression.find()) {
            if (expression.group(1).equals("execution.processBusinessKey")) {
                continue;
            }
            Matcher word = WORD.matcher(TEXT_IN_QUOTES.matcher(expression.group(1)).replaceAll("''"));
            while (word.find()) {
                if (word.group(2) != null) {
                    require(DiagramRules.CALLS.contains(word.group(1)), owner, "call one of " + DiagramRules.CALLS + ", not " + word.group(1));
                } else if (!OPERATORS.contains(word.group(1))) {
                    requireVariable(owner, word.group(1));
                }
            }
        }
    }
}
