package org.redress.models;

import static org.redress.models.Diagram.camunda;
import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.id;
import static org.redress.models.Diagram.kind;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The process as a whole: its head, ids and names. */
final class WholeRules extends HouseRules {

    /** Six years and a day; Camunda reads days only. */
    private static final String TIME_TO_LIVE = "P2192D";
    private static final int MOST_NODES = 25;
    private static final Map<String, String> ID_PREFIX = Map.ofEntries(
            Map.entry("startEvent", "Start_"), Map.entry("endEvent", "End_"), Map.entry("userTask", "Task_"),
            Map.entry("serviceTask", "Task_"), Map.entry("businessRuleTask", "Task_"), Map.entry("callActivity", "Call_"),
            Map.entry("subProcess", "SubProcess_"), Map.entry("exclusiveGateway", "Gateway_"),
            Map.entry("boundaryEvent", "(?:Timer|Boundary)_"), Map.entry("intermediateCatchEvent", "Timer_"), Map.entry("sequenceFlow", "Flow_"),
            Map.entry("textAnnotation", "Note_"), Map.entry("association", "Association_"));
    private static final Pattern GENERATED = Pattern.compile("_[01][a-z0-9]{6}$");
    private static final Set<String> VAGUE_VERBS = Set.of("Process", "Handle", "Manage", "Perform", "Execute", "Do");
    private static final Set<String> NAMES_IN_CAPITALS = Set.of("IOPC", "Centurion");

    WholeRules(Ground ground) {
        super(ground);
    }

    @Override
    void check() {
        process();
        ids();
        names();
    }

    private void process() {
        Element process = ground.diagram().process;
        require(ground.diagram().processes.size() == 1, process, "keep one process in a file");
        require(id(process).equals(ground.file()), process, "give the process the id of its file, " + ground.file());
        require(!process.getAttribute("name").isBlank(), process, "name the process in staff words");
        require(process.getAttribute("isExecutable").equals("true"), process, "make the process executable");
        require(camunda(process, "historyTimeToLive").equals(TIME_TO_LIVE), process, "set the time to live to " + TIME_TO_LIVE);
        require(!camunda(process, "versionTag").isBlank(), process, "give the process a version tag");
        require(camunda(process, "isStartableInTasklist").equals("false"), process, "make it not startable in Tasklist");
        require(!documentation(process).isBlank(), process, "say in the documentation what the process is for");
        require(ground.diagram().nodes.size() <= MOST_NODES, process,
                "has " + ground.diagram().nodes.size() + " flow nodes; move some into a called process, " + MOST_NODES + " is the most");
        String modeler = "http://camunda.org/schema/modeler/1.0";
        require(ground.diagram().definitions.getAttributeNS(modeler, "executionPlatform").equals("Camunda Platform")
                        && ground.diagram().definitions.getAttributeNS(modeler, "executionPlatformVersion").equals("7.24.0"),
                process, "set the execution platform to Camunda Platform 7.24.0");
        for (Element message : children(ground.diagram().definitions, Diagram.BPMN, "message")) {
            require(id(message).equals(message.getAttribute("name")), message, "give the message its id as its name");
            require(DiagramRules.MESSAGES.contains(id(message)), message, "use one of the messages " + DiagramRules.MESSAGES);
        }
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        for (Element element : ground.diagram().byId.values()) {
            String prefix = ID_PREFIX.get(kind(element));
            if (prefix == null) {
                fault(id(element), "an element of kind " + kind(element) + " is not used in our diagrams; choose another");
            } else {
                require(id(element).matches(prefix + "[A-Z][A-Za-z0-9]*") && !GENERATED.matcher(id(element)).find(), element,
                        "give it an id of kind and meaning that begins with " + prefix.replace("(?:Timer|Boundary)", "Timer_ or Boundary"));
            }
        }
        for (Element element : ground.diagram().everything()) {
            if (element.hasAttribute("id")) {
                require(seen.add(id(element)), element, "give it an id of its own; another element has the same");
                require(!GENERATED.matcher(id(element)).find(), element, "replace the generated id by one that has a meaning");
            }
        }
    }

    private void names() {
        for (Element node : ground.diagram().nodes) {
            String name = node.getAttribute("name");
            boolean join = kind(node).endsWith("Gateway") && ground.diagram().outgoing(node).size() < 2;
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
}
