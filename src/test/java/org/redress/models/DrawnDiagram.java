package org.redress.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where everything lies in the picture of a diagram, in its own pixels, and what a person who looks at it would mind. */
record DrawnDiagram(
        List<Shape> shapes, List<Line> lines, List<Mark> marks, List<Text> texts, String svg) {

    record Shape(String id, boolean frame, double x, double y, double width, double height) {}

    record Point(double x, double y) {}

    record Line(String id, List<Point> points) {}

    /** An arrowhead, the stroke through a default flow, or the sign of a kind of task. */
    record Mark(String id, double x, double y, double width, double height) {}

    /** One line of a name, as far as its ink goes. */
    record Text(String id, String name, String line, boolean inside, double size, double x, double y, double width, double height) {}

    /** A3 landscape within 10 mm margins, in points. */
    private static final double SHEET_WIDTH = 400 / 25.4 * 72;
    private static final double SHEET_HEIGHT = 277 / 25.4 * 72;
    private static final double SMALLEST = 9;
    private static final double FLATTEST = 2.2;
    /** What is smaller than this is large on any sheet. */
    private static final double SMALL = 920;
    private static final double STROKE = 1;

    private static final Pattern SIZE = Pattern.compile("<svg[^>]* width=\"([\\d.]+)\" height=\"([\\d.]+)\"");

    /** How large the smallest name is on the sheet, in points. */
    double points() {
        double scale = Math.min(SHEET_WIDTH / width(), SHEET_HEIGHT / height());
        return scale * texts.stream().mapToDouble(Text::size).min().orElse(SMALLEST);
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (points() < SMALLEST) {
            faults.add("its smallest name has %.1f points on A3, it needs 9".formatted(points()));
        }
        if (width() > SMALL && width() > FLATTEST * height()) {
            faults.add("it is a strip of %.0f x %.0f".formatted(width(), height()));
        }
        for (Text text : texts) {
            String what = "“" + text.line() + "” of " + text.id();
            if (!Arrays.asList(text.name().trim().split("\\s+")).containsAll(List.of(text.line().split("\\s+")))) {
                faults.add(what + " breaks a word");
            }
            shapes.forEach(shape -> text(text, what, shape, faults));
            marks.stream().filter(mark -> over(text, mark.x(), mark.y(), mark.width(), mark.height()))
                    .forEach(mark -> faults.add(what + " lies on a sign of " + mark.id()));
            lines.stream().filter(line -> over(text, line)).forEach(line -> faults.add(what + " lies on the line " + line.id()));
            texts.stream().filter(other -> other.id().compareTo(text.id()) < 0 && over(text, other.x(), other.y(), other.width(), other.height()))
                    .forEach(other -> faults.add(what + " lies on the name of " + other.id()));
        }
        return faults;
    }

    private static void text(Text text, String what, Shape shape, List<String> faults) {
        boolean own = shape.id().equals(text.id()) && text.inside();
        if (own || shape.frame()) {
            if (own && !contains(shape, text) || !own && onEdge(text, shape)) {
                faults.add(what + " lies on the edge of " + shape.id());
            }
        } else if (over(text, shape.x(), shape.y(), shape.width(), shape.height())) {
            faults.add(what + " lies on " + shape.id());
        }
    }

    private static boolean contains(Shape shape, Text text) {
        return text.x() >= shape.x() && text.x() + text.width() <= shape.x() + shape.width()
                && text.y() >= shape.y() && text.y() + text.height() <= shape.y() + shape.height();
    }

    private static boolean onEdge(Text text, Shape shape) {
        double right = shape.x() + shape.width();
        double bottom = shape.y() + shape.height();
        return over(text, new Line(shape.id(), List.of(new Point(shape.x(), shape.y()), new Point(right, shape.y()), new Point(right, bottom),
                new Point(shape.x(), bottom), new Point(shape.x(), shape.y()))));
    }

    private static boolean over(Text text, Line line) {
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points().get(i - 1);
            Point b = line.points().get(i);
            if (over(text, Math.min(a.x(), b.x()) - STROKE, Math.min(a.y(), b.y()) - STROKE,
                    Math.abs(a.x() - b.x()) + 2 * STROKE, Math.abs(a.y() - b.y()) + 2 * STROKE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean over(Text text, double x, double y, double width, double height) {
        return text.x() < x + width && x < text.x() + text.width() && text.y() < y + height && y < text.y() + text.height();
    }

    private double width() {
        return size(1);
    }

    private double height() {
        return size(2);
    }

    private double size(int which) {
        Matcher size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new IllegalStateException("The picture does not say how large it is");
        }
        return Double.parseDouble(size.group(which));
    }
}
