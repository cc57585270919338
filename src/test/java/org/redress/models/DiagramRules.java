package org.redress.models;

import static org.redress.models.Diagram.camunda;
import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.extensions;
import static org.redress.models.Diagram.id;
import static org.redress.models.Diagram.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.models.Diagram.Box;
import org.redress.models.Diagram.Point;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The house rules of a diagram. Each fault names the element and says what to do.
 *
 * <p>The rules that bpmnlint calls "recommended" are stated here again, so that the build needs no Node.
 */
final class DiagramRules {

    /** What a diagram may refer to. */
    record Surroundings(Set<String> processes, Set<String> forms, Map<String, String> variableTypes) {}

    static final Set<String> DECISIONS = Set.of(
            "Regime", "ReviewRoute", "ReviewBodyLimbs", "RelevantReviewBody", "Timeliness", "Validity", "Escalation",
            "AllegationFinding", "ReviewOutcome", "AvailableMeasures", "ReviewPath");
    static final Set<String> MESSAGES = Set.of(
            "Message_AnswerReceived", "Message_LimbSeen", "Message_Withdrawn", "Message_QuestionSettled",
            "Message_ReplyReceived", "Message_MoreTimeAsked", "Message_UpdatesOver", "Message_ConcernOver");
    static final Set<String> CLOCKS =
            Set.of("ACKNOWLEDGEMENT", "VALIDITY", "CLOSING", "ANSWER_FROM_APPLICANT", "PAPERS", "DECISION_TARGET", "RECOMMENDATION_REPLY", "WITHDRAWAL_REPLY",
                    "SENDING_ON", "TAKING_UP", "PROGRESS_UPDATE", "RAISED_CASE", "LETTER_OWED");
    static final Set<String> GROUPS = Set.of("caseworkers", "reviews-officers", "reviews-managers");
    /** Every call that a diagram makes into the domain. */
    static final Set<String> CALLS = Set.of(
            "clocks.dueDay", "clocks.priority", "clocks.followUp", "clocks.due", "clocks.soon", "clocks.countedDays", "determinations.codes", "determinations.record",
            "escalations.record", "allegations.numbers", "findings.notReasonableCount", "reviewLetters.draft", "reviewLetters.send",
            "applicantAnswers.noteSilence", "draftDecisions.withdraw", "caseClosing.close",
            "withdrawals.stopReview", "withdrawals.noteSilence", "withdrawals.dropQuestion", "recommendations.make",
            "progressUpdates.draft", "progressUpdates.awaitNext");

    private static final String RETRIES = "PT1M,PT10M,PT1H,PT6H";
    /** Six years and a day; Camunda reads days only. */
    private static final String TIME_TO_LIVE = "P2192D";
    private static final int MOST_NODES = 25;
    /** A3 landscape within 10 mm margins, with names of 12 pixels printed no smaller than 6 points. */
    private static final Box A3 = new Box(0, 0, 2268, 1570);
    private static final Map<String, String> ID_PREFIX = Map.ofEntries(
            Map.entry("startEvent", "Start_"), Map.entry("endEvent", "End_"), Map.entry("userTask", "Task_"),
            Map.entry("serviceTask", "Task_"), Map.entry("businessRuleTask", "Task_"), Map.entry("callActivity", "Call_"),
            Map.entry("subProcess", "SubProcess_"), Map.entry("exclusiveGateway", "Gateway_"),
            Map.entry("boundaryEvent", "(?:Timer|Boundary)_"), Map.entry("intermediateCatchEvent", "Timer_"), Map.entry("sequenceFlow", "Flow_"),
            Map.entry("textAnnotation", "Note_"), Map.entry("association", "Association_"));
    private static final Pattern GENERATED = Pattern.compile("_[01][a-z0-9]{6}$");
    private static final Set<String> VAGUE_VERBS = Set.of("Process", "Handle", "Manage", "Perform", "Execute", "Do");
    private static final Set<String> NAMES_IN_CAPITALS = Set.of("IOPC", "Centurion");
    private static final Pattern DURATION = Pattern.compile("\\b[PR]T?\\d+[YMWDHS/]");
    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("'[^']*'");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])([a-zA-Z_]\\w*(?:\\.\\w+)?)(\\s*\\()?");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne");

    private final String file;
    private final Diagram diagram;
    private final Surroundings known;
    private final List<String> faults = new ArrayList<>();

    private DiagramRules(String file, String xml, Surroundings known) {
        this.file = file;
        this.diagram = new Diagram(xml);
        this.known = known;
    }

    /** Everything that is wrong with a diagram. */
    static List<String> faults(String file, String xml, Surroundings known) {
        DiagramRules rules = new DiagramRules(file, xml, known);
        rules.process();
        rules.ids();
        rules.names();
        rules.shapeOfTheFlow();
        rules.gateways();
        rules.userTasks();
        rules.serviceTasks();
        rules.decisions();
        rules.calls();
        rules.events();
        rules.savePoints();
        rules.nothingHidden();
        rules.variables();
        rules.picture();
        return rules.faults;
    }

    private void fault(String element, String whatToDo) {
        faults.add(file + ".bpmn, " + element + ": " + whatToDo);
    }

    private void require(boolean good, Element element, String whatToDo) {
        if (!good) {
            fault(id(element), whatToDo);
        }
    }

    // ------------------------------------------------------------------ the process as a whole

    private void process() {
        Element process = diagram.process;
        require(diagram.processes.size() == 1, process, "keep one process in a file");
        require(id(process).equals(file), process, "give the process the id of its file, " + file);
        require(!process.getAttribute("name").isBlank(), process, "name the process in staff words");
        require(process.getAttribute("isExecutable").equals("true"), process, "make the process executable");
        require(camunda(process, "historyTimeToLive").equals(TIME_TO_LIVE), process, "set the time to live to " + TIME_TO_LIVE);
        require(!camunda(process, "versionTag").isBlank(), process, "give the process a version tag");
        require(camunda(process, "isStartableInTasklist").equals("false"), process, "make it not startable in Tasklist");
        require(!documentation(process).isBlank(), process, "say in the documentation what the process is for");
        require(diagram.nodes.size() <= MOST_NODES, process,
                "has " + diagram.nodes.size() + " flow nodes; move some into a called process, " + MOST_NODES + " is the most");
        String modeler = "http://camunda.org/schema/modeler/1.0";
        require(diagram.definitions.getAttributeNS(modeler, "executionPlatform").equals("Camunda Platform")
                        && diagram.definitions.getAttributeNS(modeler, "executionPlatformVersion").equals("7.24.0"),
                process, "set the execution platform to Camunda Platform 7.24.0");
        for (Element message : children(diagram.definitions, Diagram.BPMN, "message")) {
            require(id(message).equals(message.getAttribute("name")), message, "give the message its id as its name");
            require(MESSAGES.contains(id(message)), message, "use one of the messages " + MESSAGES);
        }
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        for (Element element : diagram.byId.values()) {
            String prefix = ID_PREFIX.get(kind(element));
            if (prefix == null) {
                fault(id(element), "an element of kind " + kind(element) + " is not used in our diagrams; choose another");
            } else {
                require(id(element).matches(prefix + "[A-Z][A-Za-z0-9]*") && !GENERATED.matcher(id(element)).find(), element,
                        "give it an id of kind and meaning that begins with " + prefix.replace("(?:Timer|Boundary)", "Timer_ or Boundary"));
            }
        }
        for (Element element : diagram.everything()) {
            if (element.hasAttribute("id")) {
                require(seen.add(id(element)), element, "give it an id of its own; another element has the same");
                require(!GENERATED.matcher(id(element)).find(), element, "replace the generated id by one that has a meaning");
            }
        }
    }

    private void names() {
        for (Element node : diagram.nodes) {
            String name = node.getAttribute("name");
            boolean join = kind(node).endsWith("Gateway") && diagram.outgoing(node).size() < 2;
            if (join) {
                require(name.isEmpty(), node, "take the name off: a join has none");
                continue;
            }
            require(!name.isBlank(), node, "name it in staff words");
            if (name.isBlank()) {
                continue;
            }
            String[] words = name.split(" ");
            require(words.length >= 2, node, "use two words or more: verb and object for a task, object and state for an event");
            require(Character.isUpperCase(name.charAt(0)), node, "begin the name with a capital");
            for (String word : Arrays.copyOfRange(words, 1, words.length)) {
                String plain = word.replaceAll("[^A-Za-z].*$", "");
                boolean lower = plain.isEmpty() || word.startsWith("$") || Character.isLowerCase(plain.charAt(0));
                require(lower || NAMES_IN_CAPITALS.contains(plain),
                        node, "write the name in sentence case: '" + word + "' has a capital");
            }
            if (kind(node).endsWith("Task") || kind(node).equals("callActivity")) {
                require(name.length() <= 40, node, "shorten the name to 40 characters; it has " + name.length());
                require(!VAGUE_VERBS.contains(words[0]), node, "say what is done; '" + words[0] + "' can mean anything");
                require(!words[0].endsWith("ing") && !words[0].endsWith("tion"), node, "begin with a verb, not with '" + words[0] + "'");
            }
        }
    }

    // ------------------------------------------------------------------ bpmnlint's recommended rules, stated again

    private void shapeOfTheFlow() {
        List<Element> scopes = new ArrayList<>(diagram.nodes("subProcess"));
        scopes.add(diagram.process);
        for (Element scope : scopes) {
            require(children(scope, Diagram.BPMN, "startEvent").size() == 1, scope, "begin with exactly one start event");
            require(!children(scope, Diagram.BPMN, "endEvent").isEmpty(), scope, "finish with an end event");
        }
        for (Element node : diagram.nodes) {
            int in = diagram.incoming(node).size();
            int out = diagram.outgoing(node).size();
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
        for (Element flow : diagram.flows) {
            require(ends.add(flow.getAttribute("sourceRef") + ">" + flow.getAttribute("targetRef")), flow,
                    "remove the flow: another one joins the same two elements");
            require(diagram.byId.containsKey(flow.getAttribute("sourceRef")) && diagram.byId.containsKey(flow.getAttribute("targetRef")),
                    flow, "connect both ends of the flow");
        }
    }

    private void gateways() {
        Set<String> answers = new HashSet<>();
        for (Element gateway : diagram.nodes("exclusiveGateway")) {
            List<Element> out = diagram.outgoing(gateway);
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
        for (Element flow : diagram.flows) {
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

    // ------------------------------------------------------------------ steps

    private void userTasks() {
        for (Element task : diagram.nodes("userTask")) {
            String stem = id(task).replaceFirst("^Task_", "");
            require(camunda(task, "formRef").equals(stem), task, "set the form reference to " + stem);
            require(camunda(task, "formRefBinding").equals("deployment"), task, "bind the form by deployment");
            require(known.forms.contains(stem), task, "add the form " + stem + ".form");
            String groups = camunda(task, "candidateGroups");
            require(groups.equals("${handlingGroup}") || !groups.isEmpty() && GROUPS.containsAll(Set.of(groups.split(","))), task,
                    "set the candidate groups to some of " + GROUPS);
            requireClock(task, "dueDate", "dueDay");
            requireClock(task, "priority", "priority");
            boolean waits = diagram.nodes("boundaryEvent").stream().anyMatch(event -> event.getAttribute("attachedToRef").equals(id(task)));
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
        require(clock.matches() && CLOCKS.contains(clock.group(1)), task,
                "set camunda:" + attribute + " to ${clocks." + call + "(caseReference, '<CLOCK>')} with one of the clocks " + CLOCKS);
    }

    private void serviceTasks() {
        for (Element task : diagram.nodes("serviceTask")) {
            require(camunda(task, "expression").matches("\\$\\{\\w+\\.\\w+\\(.*\\)}"), task,
                    "call one bean by expression, ${bean.verb(caseReference)}");
            for (String other : List.of("class", "delegateExpression", "type", "topic")) {
                require(camunda(task, other).isEmpty(), task, "replace camunda:" + other + " by camunda:expression");
            }
        }
    }

    private void decisions() {
        for (Element task : diagram.nodes("businessRuleTask")) {
            require(DECISIONS.contains(camunda(task, "decisionRef")), task, "refer to one of the decisions " + DECISIONS);
            require(camunda(task, "decisionRefBinding").equals("deployment"), task, "bind the decision by deployment");
            require(!camunda(task, "resultVariable").isEmpty(), task, "name the result variable");
            boolean list = "list".equals(known.variableTypes.get(camunda(task, "resultVariable")));
            // Modeler leaves resultList out, for it is the default
            require(list ? Set.of("", "resultList").contains(camunda(task, "mapDecisionResult")) : camunda(task,
                    "mapDecisionResult").equals("singleEntry"),
                    task, "map the result to " + (list ? "resultList" : "singleEntry") + ", as the register has it");
        }
    }

    private void calls() {
        for (Element call : diagram.nodes("callActivity")) {
            require(known.processes.contains(call.getAttribute("calledElement")), call, "call a process that exists");
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
        for (Element event : diagram.nodes("boundaryEvent")) {
            List<Element> timers = children(event, Diagram.BPMN, "timerEventDefinition");
            List<Element> messages = children(event, Diagram.BPMN, "messageEventDefinition");
            require(timers.size() + messages.size() == 1, event, "make it a timer or a message");
            require(timers.isEmpty() || id(event).startsWith("Timer_"), event, "begin the id of a timer with Timer_");
            require(messages.isEmpty() || id(event).startsWith("Boundary_"), event,
                    "begin the id with Boundary_: Message_ is for the message itself");
            for (Element timer : timers) {
                String due = timer.getTextContent().trim();
                Matcher clock = Pattern.compile("\\$\\{clocks\\.due\\(caseReference, '(\\w+)'(?:, \\w+)?\\)}").matcher(due);
                require(children(timer, Diagram.BPMN, "timeDate").size() == 1 && clock.matches() && CLOCKS.contains(clock.group(1)), event,
                        "set the date to ${clocks.due(caseReference, '<CLOCK>')} with one of the clocks " + CLOCKS);
                require(retries(event).equals(RETRIES), event, "set the retry cycle to " + RETRIES);
            }
            for (Element message : messages) {
                require(MESSAGES.contains(message.getAttribute("messageRef")), event, "wait for one of the messages " + MESSAGES);
            }
        }
        for (Element start : diagram.nodes("startEvent")) {
            List<Element> messages = children(start, Diagram.BPMN, "messageEventDefinition");
            boolean apart = ((Element) start.getParentNode()).getAttribute("triggeredByEvent").equals("true");
            require(messages.size() == (apart ? 1 : 0), start,
                    apart ? "say which message begins it" : "take the message off: a case begins with the application");
            for (Element message : messages) {
                require(MESSAGES.contains(message.getAttribute("messageRef")), start, "wait for one of the messages " + MESSAGES);
            }
        }
        for (Element event : diagram.nodes("intermediateCatchEvent")) {
            List<Element> timers = children(event, Diagram.BPMN, "timerEventDefinition");
            Matcher clock = Pattern.compile("\\$\\{clocks\\.(?:due|soon)\\(caseReference, '(\\w+)'\\)}")
                    .matcher(timers.isEmpty() ? "" : timers.get(0).getTextContent().trim());
            require(clock.matches() && CLOCKS.contains(clock.group(1)), event,
                    "wait for a day of one of the clocks " + CLOCKS + ", or use a task with a boundary event instead");
            require(retries(event).equals(RETRIES), event, "set the retry cycle to " + RETRIES);
        }
        for (Element event : diagram.nodes("intermediateThrowEvent")) {
            fault(id(event), "use a task with a boundary event instead");
        }
    }

    /** Before and after effects that must not repeat, and nowhere else: a case moves on in the transaction of the person. */
    private void savePoints() {
        for (Element node : diagram.nodes) {
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

    private static String retries(Element node) {
        return String.join("", extensions(node, "failedJobRetryTimeCycle").stream().map(Element::getTextContent).toList()).trim();
    }

    private void nothingHidden() {
        for (Element element : diagram.everything()) {
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

    // ------------------------------------------------------------------ variables

    private void variables() {
        for (Element element : diagram.everything()) {
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
                    require(CALLS.stream().noneMatch(call -> call.startsWith(name + ".")), owner,
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
                    require(CALLS.contains(word.group(1)), owner, "call one of " + CALLS + ", not " + word.group(1));
                } else if (!OPERATORS.contains(word.group(1))) {
                    requireVariable(owner, word.group(1));
                }
            }
        }
    }

    private void requireVariable(Element owner, String name) {
        require(known.variableTypes.containsKey(name), owner,
                "enter the variable " + name + " in " + Models.REGISTER + " or correct its name");
    }

    // ------------------------------------------------------------------ the picture

    private void picture() {
        List<Box> everything = new ArrayList<>(diagram.shapes.values());
        everything.addAll(diagram.labels.values());
        double width = everything.stream().mapToDouble(Box::right).max().orElse(0)
                - everything.stream().mapToDouble(Box::x).min().orElse(0);
        double height = everything.stream().mapToDouble(Box::bottom).max().orElse(0)
                - everything.stream().mapToDouble(Box::y).min().orElse(0);
        require(width <= A3.width() && height <= A3.height(), diagram.process,
                "make the picture fit A3 landscape: it is %.0f x %.0f, the most is %.0f x %.0f"
                        .formatted(width, height, A3.width(), A3.height()));
        for (Element element : diagram.byId.values()) {
            boolean line = kind(element).equals("sequenceFlow") || kind(element).equals("association");
            require(line ? diagram.lines.containsKey(id(element)) : diagram.shapes.containsKey(id(element)), element,
                    "draw it: it has no place in the picture");
            boolean outside = kind(element).endsWith("Event") || kind(element).endsWith("Gateway") || kind(element).equals("sequenceFlow");
            require(!outside || element.getAttribute("name").isEmpty() || diagram.labels.containsKey(id(element)), element,
                    "give its label a place");
        }
        shapesKeepApart();
        linesAreStraight();
        labelsKeepApart();
        happyPathIsStraight();
    }

    private void shapesKeepApart() {
        List<String> ids = diagram.shapes.keySet().stream().sorted().toList();
        for (String one : ids) {
            for (String other : ids) {
                Box a = diagram.shapes.get(one);
                Box b = diagram.shapes.get(other);
                if (one.compareTo(other) < 0 && a.overlaps(b) && !attached(one, other) && !attached(other, one)
                        && !(inside(one, other) && b.contains(a)) && !(inside(other, one) && a.contains(b))) {
                    fault(one, "move it away from " + other + ": they overlap");
                }
            }
        }
    }

    private boolean attached(String event, String host) {
        return diagram.byId.containsKey(event) && diagram.byId.get(event).getAttribute("attachedToRef").equals(host);
    }

    private boolean inside(String element, String scope) {
        return diagram.byId.containsKey(element) && id((Element) diagram.byId.get(element).getParentNode()).equals(scope);
    }

    private void linesAreStraight() {
        for (Element flow : diagram.flows) {
            List<Point> line = diagram.lines.getOrDefault(id(flow), List.of());
            Box from = diagram.shapes.get(flow.getAttribute("sourceRef"));
            Box to = diagram.shapes.get(flow.getAttribute("targetRef"));
            if (line.size() < 2 || from == null || to == null) {
                continue;
            }
            require(from.onEdge(line.get(0)) && to.onEdge(line.get(line.size() - 1)), flow,
                    "let the line begin and end at its elements' edges");
            for (int i = 1; i < line.size(); i++) {
                Point a = line.get(i - 1);
                Point b = line.get(i);
                require((a.x() == b.x()) != (a.y() == b.y()), flow, "draw the line in right angles");
                for (Map.Entry<String, Box> shape : diagram.shapes.entrySet()) {
                    boolean around = id(flow).equals(shape.getKey()) || inside(flow.getAttribute("sourceRef"), shape.getKey());
                    boolean leavesBoundary = attached(flow.getAttribute("sourceRef"), shape.getKey());
                    if (!around && !leavesBoundary && shape.getValue().shrunk(1).crossedBy(a, b)) {
                        fault(id(flow), "lead the line around " + shape.getKey());
                    }
                }
                for (Element other : diagram.flows) {
                    if (id(flow).compareTo(id(other)) < 0 && crosses(a, b, diagram.lines.getOrDefault(id(other), List.of()))) {
                        fault(id(flow), "keep the line from crossing " + id(other));
                    }
                }
            }
        }
    }

    private static boolean crosses(Point a, Point b, List<Point> line) {
        for (int i = 1; i < line.size(); i++) {
            Point c = line.get(i - 1);
            Point d = line.get(i);
            boolean first = a.y() == b.y();
            boolean second = c.y() == d.y();
            if (first == second) {
                continue;
            }
            Point h1 = first ? a : c;
            Point h2 = first ? b : d;
            Point v1 = first ? c : a;
            Point v2 = first ? d : b;
            if (strictlyBetween(v1.x(), h1.x(), h2.x()) && strictlyBetween(h1.y(), v1.y(), v2.y())) {
                return true;
            }
        }
        return false;
    }

    private static boolean strictlyBetween(double value, double one, double other) {
        return value > Math.min(one, other) && value < Math.max(one, other);
    }

    private void labelsKeepApart() {
        List<String> ids = diagram.labels.keySet().stream().sorted().toList();
        for (String one : ids) {
            Box label = diagram.labels.get(one).shrunk(1);
            for (String other : ids) {
                if (one.compareTo(other) < 0 && label.overlaps(diagram.labels.get(other))) {
                    fault(one, "move its label away from the label of " + other);
                }
            }
            for (Map.Entry<String, Box> shape : diagram.shapes.entrySet()) {
                boolean within = shape.getValue().contains(label) && diagram.byId.containsKey(shape.getKey())
                        && kind(diagram.byId.get(shape.getKey())).equals("subProcess");
                if (!within && label.overlaps(shape.getValue())) {
                    fault(one, "move its label away from " + shape.getKey());
                }
            }
            for (Element flow : diagram.flows) {
                List<Point> line = diagram.lines.getOrDefault(id(flow), List.of());
                for (int i = 1; i < line.size(); i++) {
                    if (label.crossedBy(line.get(i - 1), line.get(i))) {
                        fault(one, "move its label off the line " + id(flow));
                    }
                }
            }
        }
    }

    /** From the start event along the default flows to the end: one level line, left to right. */
    private void happyPathIsStraight() {
        List<Element> starts = children(diagram.process, Diagram.BPMN, "startEvent");
        if (starts.isEmpty()) {
            return;
        }
        Element node = starts.get(0);
        Set<String> passed = new HashSet<>();
        while (passed.add(id(node))) {
            List<Element> out = diagram.outgoing(node);
            String usual = node.getAttribute("default");
            List<Element> next = out.size() == 1 ? out : out.stream().filter(flow -> id(flow).equals(usual)).toList();
            if (next.size() != 1) {
                return;
            }
            List<Point> line = diagram.lines.getOrDefault(id(next.get(0)), List.of());
            if (line.size() < 2 || !diagram.byId.containsKey(next.get(0).getAttribute("targetRef"))) {
                return;
            }
            double level = diagram.lines.get(id(diagram.outgoing(starts.get(0)).get(0))).get(0).y();
            require(line.stream().allMatch(point -> point.y() == level) && line.get(0).x() < line.get(line.size() - 1).x(), next.get(0),
                    "keep the usual way on one level line from left to right");
            node = diagram.byId.get(next.get(0).getAttribute("targetRef"));
        }
    }

    private static String documentation(Element element) {
        return String.join(" ", children(element, Diagram.BPMN, "documentation").stream().map(Element::getTextContent).toList()).trim();
    }
}
