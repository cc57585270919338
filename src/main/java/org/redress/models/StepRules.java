package org.redress.models;

import static org.redress.models.Diagram.camunda;
import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.extensions;
import static org.redress.models.Diagram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Steps, calls, decisions and waits. */
final class StepRules extends HouseRules {

    StepRules(Ground ground) {
        super(ground);
    }

    @Override
    void check() {
        userTasks();
        serviceTasks();
        decisions();
        calls();
        events();
        savePoints();
    }

    private void userTasks() {
        for (Element task : ground.diagram().nodes("userTask")) {
            String stem = id(task).replaceFirst("^Task_", "");
            require(camunda(task, "formRef").equals(stem), task, "set the form reference to " + stem);
            require(camunda(task, "formRefBinding").equals("deployment"), task, "bind the form by deployment");
            require(ground.known().forms().contains(stem), task, "add the form " + stem + ".form");
            String groups = camunda(task, "candidateGroups");
            require(groups.equals("${handlingGroup}") || !groups.isEmpty() && ground.known().groups().containsAll(Set.of(groups.split(","))), task,
                    "set the candidate groups to some of " + ground.known().groups());
            requireClock(task, "dueDate", "dueDay");
            requireClock(task, "priority", "priority");
            boolean waits = ground.diagram().nodes("boundaryEvent").stream().anyMatch(event -> event.getAttribute("attachedToRef").equals(id(task)));
            if (waits) {
                requireClock(task, "followUpDate", "followUp");
            }
            String done = documentation(task);
            require(done.startsWith("Done when ") && done.endsWith(".") && done.indexOf(". ") < 0, task,
                    "say in one sentence of documentation, 'Done when ...', what done means");
            for (String other : List.of("assignee", "candidateUsers", "formKey")) {
                require(camunda(task, other).isEmpty(), task, "remove camunda:" + other);
            }
        }
    }

    private void requireClock(Element task, String attribute, String call) {
        Matcher clock = Pattern.compile("\\$\\{clocks\\." + call + "\\(caseReference, '(\\w+)'(?:, \\w+)?\\)}").matcher(camunda(task, attribute));
        require(clock.matches() && ground.known().clocks().contains(clock.group(1)), task,
                "set camunda:" + attribute + " to ${clocks." + call + "(caseReference, '<CLOCK>')} with one of the clocks " + ground.known().clocks());
    }

    private void serviceTasks() {
        for (Element task : ground.diagram().nodes("serviceTask")) {
            require(camunda(task, "expression").matches("\\$\\{\\w+\\.\\w+\\(.*\\)}"), task,
                    "call one bean by expression, ${bean.verb(caseReference)}");
            for (String other : List.of("class", "delegateExpression", "type", "topic")) {
                require(camunda(task, other).isEmpty(), task, "replace camunda:" + other + " by camunda:expression");
            }
        }
    }

    private void decisions() {
        for (Element task : ground.diagram().nodes("businessRuleTask")) {
            require(DiagramRules.DECISIONS.contains(camunda(task, "decisionRef")), task, "refer to one of the decisions " + DiagramRules.DECISIONS);
            require(camunda(task, "decisionRefBinding").equals("deployment"), task, "bind the decision by deployment");
            require(!camunda(task, "resultVariable").isEmpty(), task, "name the result variable");
            boolean list = "list".equals(ground.known().variableTypes().get(camunda(task, "resultVariable")));
            // Modeler leaves resultList out, for it is the default
            require(list ? Set.of("", "resultList").contains(camunda(task, "mapDecisionResult")) : camunda(task,
                    "mapDecisionResult").equals("singleEntry"),
                    task, "map the result to " + (list ? "resultList" : "singleEntry") + ", as the register has it");
        }
    }

    private void calls() {
        for (Element call : ground.diagram().nodes("callActivity")) {
            require(ground.known().processes().contains(call.getAttribute("calledElement")), call, "call a process that exists");
            require(camunda(call, "calledElementBinding").equals("deployment"), call, "bind the called process by deployment");
            List<Element> in = extensions(call, "in");
            require(in.stream().anyMatch(mapping -> mapping.getAttribute("businessKey").equals("#{execution.processBusinessKey}")), call,
                    "hand on the business key");
            require(in.stream().anyMatch(mapping -> mapping.getAttribute("target").equals("caseReference")), call, "hand on caseReference");
            List<Element> all = new ArrayList<>(in);
            all.addAll(extensions(call, "out"));
            require(all.stream().noneMatch(mapping -> mapping.hasAttribute("variables")), call,
                    "hand on variables by name, never all of them");
        }
    }

    private void events() {
        for (Element event : ground.diagram().nodes("boundaryEvent")) {
            List<Element> timers = children(event, Diagram.BPMN, "timerEventDefinition");
            List<Element> messages = children(event, Diagram.BPMN, "messageEventDefinition");
            require(timers.size() + messages.size() == 1, event, "make it a timer or a message");
            require(timers.isEmpty() || id(event).startsWith("Timer_"), event, "begin the id of a timer with Timer_");
            require(messages.isEmpty() || id(event).startsWith("Boundary_"), event,
                    "begin the id with Boundary_: Message_ is for the message itself");
            for (Element timer : timers) {
                String due = timer.getTextContent().trim();
                Matcher clock = Pattern.compile("\\$\\{clocks\\.due\\(caseReference, '(\\w+)'(?:, \\w+)?\\)}").matcher(due);
                require(children(timer, Diagram.BPMN, "timeDate").size() == 1 && clock.matches() && ground.known().clocks().contains(clock.group(1)), event,
                        "set the date to ${clocks.due(caseReference, '<CLOCK>')} with one of the clocks " + ground.known().clocks());
                require(retries(event).equals(RETRIES), event, "set the retry cycle to " + RETRIES);
            }
            for (Element message : messages) {
                require(DiagramRules.MESSAGES.contains(message.getAttribute("messageRef")), event, "wait for one of the messages " + DiagramRules.MESSAGES);
            }
        }
        for (Element start : ground.diagram().nodes("startEvent")) {
            List<Element> messages = children(start, Diagram.BPMN, "messageEventDefinition");
            boolean apart = ((Element) start.getParentNode()).getAttribute("triggeredByEvent").equals("true");
            require(messages.size() == (apart ? 1 : 0), start,
                    apart ? "say which message begins it" : "take the message off: a case begins with the application");
            for (Element message : messages) {
                require(DiagramRules.MESSAGES.contains(message.getAttribute("messageRef")), start, "wait for one of the messages " + DiagramRules.MESSAGES);
            }
        }
        for (Element event : ground.diagram().nodes("intermediateCatchEvent")) {
            List<Element> timers = children(event, Diagram.BPMN, "timerEventDefinition");
            Matcher clock = Pattern.compile("\\$\\{clocks\\.(?:due|soon)\\(caseReference, '(\\w+)'\\)}")
                    .matcher(timers.isEmpty() ? "" : timers.get(0).getTextContent().trim());
            require(clock.matches() && ground.known().clocks().contains(clock.group(1)), event,
                    "wait for a day of one of the clocks " + ground.known().clocks() + ", or use a task with a boundary event instead");
            require(retries(event).equals(RETRIES), event, "set the retry cycle to " + RETRIES);
        }
        for (Element event : ground.diagram().nodes("intermediateThrowEvent")) {
            fault(id(event), "use a task with a boundary event instead");
        }
    }

    /** Before and after effects that must not repeat, and nowhere else: a case moves on in the transaction of the person. */
    private void savePoints() {
        for (Element node : ground.diagram().nodes) {
            boolean before = camunda(node, "asyncBefore").equals("true");
            boolean after = camunda(node, "asyncAfter").equals("true");
            boolean sends = camunda(node, "expression").contains(".send(");
            if (sends) {
                require(before && after, node, "set save points before and after: what it sends must not be sent twice");
                require(retries(node).equals(RETRIES), node, "set the retry cycle to " + RETRIES);
            } else {
                require(!before && !after, node, "remove the save point: the next step would not be there when the person looks");
            }
        }
    }
}
