package org.redress.models;

import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.id;
import static org.redress.models.Diagram.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.models.Diagram.Box;
import org.redress.models.Diagram.Point;
import org.w3c.dom.Element;

/** The picture: on one sheet that people can read from where they stand, nothing over another thing, lines straight. */
final class PictureRules extends HouseRules {

    /** A3 landscape within 10 mm margins, with the smallest names, 11 pixels high, printed no smaller than 9 points. */
    private static final Box A3 = new Box(0, 0, 1375, 949);
    /** How many times as wide as high a picture may be; what is smaller than this width is large on any sheet. */
    private static final double FLATTEST = 2.2;
    private static final double SMALL = 900;

    PictureRules(Ground ground) {
        super(ground);
    }

    @Override
    void check() {
        picture();
    }

    private void picture() {
        List<Box> everything = new ArrayList<>(ground.diagram().shapes.values());
        everything.addAll(ground.diagram().labels.values());
        double width = everything.stream().mapToDouble(Box::right).max().orElse(0)
                - everything.stream().mapToDouble(Box::x).min().orElse(0);
        double height = everything.stream().mapToDouble(Box::bottom).max().orElse(0)
                - everything.stream().mapToDouble(Box::y).min().orElse(0);
        require(width <= A3.width() && height <= A3.height(), ground.diagram().process,
                "make the picture fit A3 landscape: it is %.0f x %.0f, the most is %.0f x %.0f"
                        .formatted(width, height, A3.width(), A3.height()));
        require(width <= SMALL || width <= FLATTEST * height, ground.diagram().process,
                "lead the picture on in a further row: it is a strip of %.0f x %.0f".formatted(width, height));
        for (Element element : ground.diagram().byId.values()) {
            boolean line = kind(element).equals("sequenceFlow") || kind(element).equals("association");
            require(line ? ground.diagram().lines.containsKey(id(element)) : ground.diagram().shapes.containsKey(id(element)), element,
                    "draw it: it has no place in the picture");
            boolean outside = kind(element).endsWith("Event") || kind(element).endsWith("Gateway") || kind(element).equals("sequenceFlow");
            require(!outside || element.getAttribute("name").isEmpty() || ground.diagram().labels.containsKey(id(element)), element,
                    "give its label a place");
        }
        shapesKeepApart();
        linesAreStraight();
        labelsKeepApart();
        happyPathIsStraight();
    }

    private void shapesKeepApart() {
        List<String> ids = ground.diagram().shapes.keySet().stream().sorted().toList();
        for (String one : ids) {
            for (String other : ids) {
                Box a = ground.diagram().shapes.get(one);
                Box b = ground.diagram().shapes.get(other);
                if (one.compareTo(other) < 0 && a.overlaps(b) && !attached(one, other) && !attached(other, one)
                        && !(inside(one, other) && b.contains(a)) && !(inside(other, one) && a.contains(b))) {
                    fault(one, "move it away from " + other + ": they overlap");
                }
            }
        }
    }

    private boolean attached(String event, String host) {
        return ground.diagram().byId.containsKey(event) && ground.diagram().byId.get(event).getAttribute("attachedToRef").equals(host);
    }

    private boolean inside(String element, String scope) {
        return ground.diagram().byId.containsKey(element) && id((Element) ground.diagram().byId.get(element).getParentNode()).equals(scope);
    }

    private void linesAreStraight() {
        for (Element flow : ground.diagram().flows) {
            List<Point> line = ground.diagram().lines.getOrDefault(id(flow), List.of());
            Box from = ground.diagram().shapes.get(flow.getAttribute("sourceRef"));
            Box to = ground.diagram().shapes.get(flow.getAttribute("targetRef"));
            if (line.size() < 2 || from == null || to == null) {
                continue;
            }
            require(from.onEdge(line.get(0)) && to.onEdge(line.get(line.size() - 1)), flow,
                    "let the line begin and end at its elements' edges");
            for (int i = 1; i < line.size(); i++) {
                Point a = line.get(i - 1);
                Point b = line.get(i);
                require((a.x() == b.x()) != (a.y() == b.y()), flow, "draw the line in right angles");
                for (Map.Entry<String, Box> shape : ground.diagram().shapes.entrySet()) {
                    boolean around = id(flow).equals(shape.getKey()) || inside(flow.getAttribute("sourceRef"), shape.getKey());
                    boolean leavesBoundary = attached(flow.getAttribute("sourceRef"), shape.getKey());
                    if (!around && !leavesBoundary && shape.getValue().shrunk(1).crossedBy(a, b)) {
                        fault(id(flow), "lead the line around " + shape.getKey());
                    }
                }
                for (Element other : ground.diagram().flows) {
                    if (id(flow).compareTo(id(other)) < 0 && crosses(a, b, ground.diagram().lines.getOrDefault(id(other), List.of()))) {
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
        List<String> ids = ground.diagram().labels.keySet().stream().sorted().toList();
        for (String one : ids) {
            Box label = ground.diagram().labels.get(one).shrunk(1);
            for (String other : ids) {
                if (one.compareTo(other) < 0 && label.overlaps(ground.diagram().labels.get(other))) {
                    fault(one, "move its label away from the label of " + other);
                }
            }
            for (Map.Entry<String, Box> shape : ground.diagram().shapes.entrySet()) {
                boolean within = shape.getValue().contains(label) && ground.diagram().byId.containsKey(shape.getKey())
                        && kind(ground.diagram().byId.get(shape.getKey())).equals("subProcess");
                if (!within && label.overlaps(shape.getValue())) {
                    fault(one, "move its label away from " + shape.getKey());
                }
            }
            for (Element flow : ground.diagram().flows) {
                List<Point> line = ground.diagram().lines.getOrDefault(id(flow), List.of());
                for (int i = 1; i < line.size(); i++) {
                    if (label.crossedBy(line.get(i - 1), line.get(i))) {
                        fault(one, "move its label off the line " + id(flow));
                    }
                }
            }
        }
    }

    private boolean goesOn(Element flow) {
        List<Point> line = ground.diagram().lines.getOrDefault(id(flow), List.of());
        return line.size() == 2 && line.get(0).y() == line.get(1).y() && line.get(0).x() < line.get(1).x();
    }

    /**
     * From the start event along the default flows to the end: level rows, read like lines of writing. Where the default leads
     * back, because what nobody foresaw goes to a person again, the usual way is the one that goes on.
     */
    private void happyPathIsStraight() {
        List<Element> starts = children(ground.diagram().process, Diagram.BPMN, "startEvent");
        if (starts.isEmpty()) {
            return;
        }
        Element node = starts.get(0);
        double level = Double.NaN;
        Set<String> passed = new HashSet<>();
        while (passed.add(id(node))) {
            List<Element> out = ground.diagram().outgoing(node);
            String usual = node.getAttribute("default");
            List<Element> next = out.size() == 1 ? out : out.stream().filter(flow -> id(flow).equals(usual)).toList();
            if (out.size() > 1 && next.size() == 1 && passed.contains(next.get(0).getAttribute("targetRef"))) {
                next = out.stream().filter(this::goesOn).toList();
            }
            if (next.size() != 1) {
                return;
            }
            List<Point> line = ground.diagram().lines.getOrDefault(id(next.get(0)), List.of());
            if (line.size() < 2 || !ground.diagram().byId.containsKey(next.get(0).getAttribute("targetRef"))) {
                return;
            }
            level = Double.isNaN(level) ? line.get(0).y() : level;
            boolean nextRow = leadsToTheNextRow(line, level);
            require(nextRow || levelAndToTheRight(line, level), next.get(0),
                    "keep the usual way on one level line from left to right; where a row is full, lead it back to the left of the next row");
            level = nextRow ? line.get(line.size() - 1).y() : level;
            node = ground.diagram().byId.get(next.get(0).getAttribute("targetRef"));
        }
    }

    private static boolean levelAndToTheRight(List<Point> line, double level) {
        return line.stream().allMatch(point -> point.y() == level) && line.get(0).x() < line.get(line.size() - 1).x();
    }

    /** Out at the right of one row, down, back, and in at the left of a row below. */
    private static boolean leadsToTheNextRow(List<Point> line, double level) {
        Point out = line.get(0);
        Point in = line.get(line.size() - 1);
        return out.y() == level && line.get(1).x() > out.x() && in.y() > level && in.x() < out.x()
                && line.get(line.size() - 2).x() < in.x();
    }
}
