package org.redress.models;

import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.id;
import static org.redress.models.Diagram.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The shape of the flow: the rules that bpmnlint recommends, stated again, and what a gateway asks. */
final class FlowRules extends HouseRules {

    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("'[^']*'");

    FlowRules(Ground ground) {
        super(ground);
    }

    @Override
    void check() {
        shapeOfTheFlow();
        gateways();
    }

    private void shapeOfTheFlow() {
        List<Element> scopes = new ArrayList<>(ground.diagram().nodes("subProcess"));
        scopes.add(ground.diagram().process);
        for (Element scope : scopes) {
            require(children(scope, Diagram.BPMN, "startEvent").size() == 1, scope, "begin with exactly one start event");
            require(!children(scope, Diagram.BPMN, "endEvent").isEmpty(), scope, "finish with an end event");
        }
        for (Element node : ground.diagram().nodes) {
            int in = ground.diagram().incoming(node).size();
            int out = ground.diagram().outgoing(node).size();
            boolean gateway = kind(node).endsWith("Gateway");
            boolean apart = node.getAttribute("triggeredByEvent").equals("true");
            boolean starts = kind(node).equals("startEvent") || kind(node).equals("boundaryEvent") || apart;
            require(in > 0 || starts, node, "connect something to it: nothing leads here");
            require(out > 0 || kind(node).equals("endEvent") || apart, node, "lead it on or finish it with an end event");
            require(out == 0 || !apart, node, "lead nothing out of it: it begins by itself and stops the rest");
            require(in == 0 || !starts, node, "lead nothing into it");
            require(out == 0 || !kind(node).equals("endEvent"), node, "lead nothing out of it");
            require(gateway || out <= 1, node, "split with a gateway, not at the element itself");
            require(gateway || in <= 1, node, "join with a gateway first: several flows lead here");
            require(!gateway || in > 1 || out > 1, node, "remove the gateway: it neither splits nor joins");
            require(!gateway || in <= 1 || out <= 1, node, "use one gateway to join and another to split");
            require(children(node, Diagram.BPMN, "timerEventDefinition").size()
                            + children(node, Diagram.BPMN, "messageEventDefinition").size()
                            + children(node, Diagram.BPMN, "terminateEventDefinition").size() <= 1,
                    node, "keep one event definition");
        }
        Set<String> ends = new HashSet<>();
        for (Element flow : ground.diagram().flows) {
            require(ends.add(flow.getAttribute("sourceRef") + ">" + flow.getAttribute("targetRef")), flow,
                    "remove the flow: another one joins the same two elements");
            require(ground.diagram().byId.containsKey(flow.getAttribute("sourceRef")) && ground.diagram().byId.containsKey(flow.getAttribute("targetRef")),
                    flow, "connect both ends of the flow");
        }
    }

    private void gateways() {
        Set<String> answers = new HashSet<>();
        for (Element gateway : ground.diagram().nodes("exclusiveGateway")) {
            List<Element> out = ground.diagram().outgoing(gateway);
            if (out.size() < 2) {
                continue;
            }
            require(gateway.getAttribute("name").endsWith("?"), gateway, "ask a question that ends with '?'");
            String usual = gateway.getAttribute("default");
            require(out.stream().anyMatch(flow -> id(flow).equals(usual)), gateway, "choose a default flow");
            for (Element flow : out) {
                answers.add(id(flow));
                require(!flow.getAttribute("name").isBlank(), flow, "label the flow with its answer");
                require(id(flow).startsWith(id(gateway).replace("Gateway_", "Flow_")), flow,
                        "begin its id with " + id(gateway).replace("Gateway_", "Flow_") + ", then the answer");
                boolean conditional = !children(flow, Diagram.BPMN, "conditionExpression").isEmpty();
                require(conditional != id(flow).equals(usual), flow,
                        conditional ? "take the condition off the default flow" : "give the flow a condition or make it the default");
            }
        }
        for (Element flow : ground.diagram().flows) {
            if (!answers.contains(id(flow))) {
                require(flow.getAttribute("name").isEmpty(), flow, "take the label off: only answers to a gateway have one");
                require(children(flow, Diagram.BPMN, "conditionExpression").isEmpty(), flow, "put the condition behind a gateway");
            }
            for (Element condition : children(flow, Diagram.BPMN, "conditionExpression")) {
                String codesOnly = TEXT_IN_QUOTES.matcher(condition.getTextContent()).replaceAll("");
                require(!codesOnly.matches("(?s).*([<>+*/-]|\\d|\\.).*"), flow,
                        "only read codes and flags in a condition; put numbers and sums into a decision table");
            }
        }
    }
}
