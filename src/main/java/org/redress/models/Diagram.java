package org.redress.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram as its file says it: elements by kind, flows by their ends, shapes and lines by their element. */
final class Diagram {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String LINE = "http://www.omg.org/spec/DD/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> NODE_KINDS = Set.of(
            "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "task", "userTask",
            "serviceTask", "businessRuleTask", "scriptTask", "sendTask", "receiveTask", "manualTask", "callActivity", "subProcess",
            "transaction", "adHocSubProcess", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
            "complexGateway");

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        boolean contains(Box other) {
            return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
        }

        boolean onEdge(Point point) {
            boolean within = point.x >= x && point.x <= right() && point.y >= y && point.y <= bottom();
            boolean inside = point.x > x && point.x < right() && point.y > y && point.y < bottom();
            return within && !inside;
        }

        /** This box made smaller on every side. */
        Box shrunk(double by) {
            return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
        }

        /** Whether a horizontal or vertical stretch of line passes through the inside. */
        boolean crossedBy(Point from, Point to) {
            return Math.min(from.x, to.x) < right() && Math.max(from.x, to.x) > x
                    && Math.min(from.y, to.y) < bottom() && Math.max(from.y, to.y) > y;
        }
    }

    record Point(double x, double y) {}

    final Element definitions;
    final Element process;
    final List<Element> processes;
    final List<Element> nodes = new ArrayList<>();
    final List<Element> flows = new ArrayList<>();
    final Map<String, Element> byId = new HashMap<>();
    final Map<String, Box> shapes = new HashMap<>();
    final Map<String, Box> labels = new HashMap<>();
    final Map<String, List<Point>> lines = new HashMap<>();

    Diagram(String xml) {
        this(parse(xml));
    }

    Diagram(Element definitions) {
        this.definitions = definitions;
        processes = children(definitions, BPMN, "process");
        process = processes.get(0);
        collect(process);
        NodeList shapeElements = definitions.getElementsByTagNameNS(DI, "BPMNShape");
        for (int i = 0; i < shapeElements.getLength(); i++) {
            Element shape = (Element) shapeElements.item(i);
            shapes.put(shape.getAttribute("bpmnElement"), box(children(shape, DC, "Bounds").get(0)));
            readLabel(shape);
        }
        NodeList edges = definitions.getElementsByTagNameNS(DI, "BPMNEdge");
        for (int i = 0; i < edges.getLength(); i++) {
            Element edge = (Element) edges.item(i);
            List<Point> points = new ArrayList<>();
            for (Element point : children(edge, LINE, "waypoint")) {
                points.add(new Point(number(point, "x"), number(point, "y")));
            }
            lines.put(edge.getAttribute("bpmnElement"), points);
            readLabel(edge);
        }
    }

    private void readLabel(Element shown) {
        for (Element label : children(shown, DI, "BPMNLabel")) {
            for (Element bounds : children(label, DC, "Bounds")) {
                labels.put(shown.getAttribute("bpmnElement"), box(bounds));
            }
        }
    }

    private void collect(Element scope) {
        for (Element child : children(scope, BPMN, null)) {
            if (child.hasAttribute("id")) {
                byId.put(id(child), child);
            }
            if (NODE_KINDS.contains(kind(child))) {
                nodes.add(child);
                if (kind(child).equals("subProcess")) {
                    collect(child);
                }
            } else if (kind(child).equals("sequenceFlow")) {
                flows.add(child);
            }
        }
    }

    List<Element> nodes(String kind) {
        return nodes.stream().filter(node -> kind(node).equals(kind)).toList();
    }

    List<Element> incoming(Element node) {
        return flows.stream().filter(flow -> flow.getAttribute("targetRef").equals(id(node))).toList();
    }

    List<Element> outgoing(Element node) {
        return flows.stream().filter(flow -> flow.getAttribute("sourceRef").equals(id(node))).toList();
    }

    /** All elements of the file, the diagram interchange left out. */
    List<Element> everything() {
        List<Element> all = new ArrayList<>();
        NodeList elements = definitions.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (Set.of(BPMN, CAMUNDA).contains(element.getNamespaceURI())) {
                all.add(element);
            }
        }
        return all;
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String kind(Element element) {
        return element.getLocalName();
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** Camunda's additions below {@code extensionElements}, by local name. */
    static List<Element> extensions(Element element, String name) {
        return children(element, BPMN, "extensionElements").stream()
                .flatMap(holder -> children(holder, CAMUNDA, name).stream())
                .toList();
    }

    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && element.getNamespaceURI().equals(namespace)
                    && (name == null || element.getLocalName().equals(name))) {
                found.add(element);
            }
        }
        return found;
    }

    private static Box box(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Element parse(String xml) {
        try {
            return ModelXml.root(xml.getBytes(StandardCharsets.UTF_8));
        } catch (ModelXml.Unreadable e) {
            throw new IllegalArgumentException("The diagram cannot be read: " + e.getMessage(), e);
        }
    }
}
