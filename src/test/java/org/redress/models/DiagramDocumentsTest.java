package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;
import org.redress.testing.Generated;
import org.w3c.dom.Element;

/** What the diagrams say of time, and how they look, as documents for those who own them. */
class DiagramDocumentsTest {

    private static final Map<String, String> DIAGRAMS = Models.diagrams();
    private static final Kinds KINDS = Kinds.ofTheHouse();
    private static final Pattern CLOCK = Pattern.compile("\\$\\{clocks\\.(\\w+)\\(caseReference, '(\\w+)'.*\\)}");

    @Test
    void the_table_of_timers_and_due_days_is_that_of_the_diagrams() {
        StringBuilder text = new StringBuilder("""
                # Timers and due days

                Made from the diagrams; `./mvnw test -Dtest=DiagramDocumentsTest -Dgenerated.write=true` writes it anew. How long each clock runs is no part of a
                diagram: process owners keep it in the calendar, under "How long each clock runs". When a clock moves, every day below moves with it.
                """);
        DIAGRAMS.forEach((file, xml) -> {
            Diagram diagram = new Diagram(xml);
            List<String> rows = Stream.concat(
                            timers(diagram).stream(), diagram.nodes("userTask").stream().flatMap(task -> days(task).stream()))
                    .toList();
            text.append("\n## %s (`%s`)\n\n".formatted(diagram.process.getAttribute("name"), file));
            text.append(
                    rows.isEmpty()
                            ? "Neither timer nor due day.\n"
                            : "| Where | What | Clock | Then |\n|---|---|---|---|\n" + String.join("", rows));
        });
        Generated.mustEqual("timers.md", text.toString());
    }

    @Test
    void the_page_of_the_pictures_shows_that_of_every_diagram_and_table() {
        StringBuilder text = new StringBuilder("""
                # Pictures of the diagrams and tables

                The build draws them with the libraries of Camunda Modeler and refuses one that does not show its model as it is. After changing a model
                `./mvnw test -Dtest='*PicturesBrowserTest' -Dgenerated.write=true` draws them anew; this page is written by `DiagramDocumentsTest`.
                """);
        DIAGRAMS.forEach((file, xml) -> text.append(shown(new Diagram(xml).process.getAttribute("name"), file, file + ".bpmn")));
        Models.tables().forEach((decision, name) -> text.append(shown(name, decision, decision)));
        Generated.mustEqual("diagrams.md", text.toString());
    }

    private static String shown(String name, String picture, String model) {
        return "\n## %s\n\n![%s](../pictures/%s.svg)\n\nDrawn from `%s`.\n".formatted(name, picture, picture, model);
    }

    private static List<String> timers(Diagram diagram) {
        List<String> rows = new ArrayList<>();
        for (Element node : diagram.nodes) {
            for (Element timer : Diagram.children(node, Diagram.BPMN, "timerEventDefinition")) {
                for (Element date : Diagram.children(timer, Diagram.BPMN, "timeDate")) {
                    String asked = date.getTextContent().strip();
                    rows.add(row(where(diagram, node), moment(asked), asked, then(diagram, node)));
                }
            }
        }
        return rows;
    }

    private static List<String> days(Element task) {
        List<String> rows = new ArrayList<>();
        for (String attribute : List.of("dueDate", "followUpDate")) {
            String asked = Diagram.camunda(task, attribute);
            if (!asked.isEmpty()) {
                String what = attribute.equals("dueDate") ? "due on the clock's day" : "waits until the clock's day is over";
                rows.add(row(words(task), what, asked, attribute.equals("dueDate") ? "late in Tasklist from the day after" : "listed to be chased"));
            }
        }
        return rows;
    }

    private static String row(String where, String what, String asked, String then) {
        Matcher clock = CLOCK.matcher(asked);
        if (!clock.matches()) {
            throw new AssertionError("%s has a day that is no clock's: %s".formatted(where, asked));
        }
        DeclaredClock named = KINDS.clock(clock.group(2)).orElseThrow();
        return "| %s | %s | %s (`%s`) | %s |\n".formatted(where, what, named.words(), named.name(), then);
    }

    private static String moment(String asked) {
        return asked.contains("clocks.soon(") ? "timer: three working days before the clock's day" : "timer: the clock's day is over";
    }

    private static String where(Diagram diagram, Element node) {
        String at = node.getAttribute("attachedToRef");
        return "%s (`%s`)".formatted(node.getAttribute("name"), Diagram.id(node))
                + (at.isEmpty() ? "" : ", at \"" + words(diagram.byId.get(at)) + "\"");
    }

    private static String then(Diagram diagram, Element timer) {
        String next = diagram.outgoing(timer).stream()
                .map(flow -> words(diagram.byId.get(flow.getAttribute("targetRef"))))
                .collect(Collectors.joining(", "));
        if (!Diagram.kind(timer).equals("boundaryEvent")) {
            return "goes on to \"%s\"".formatted(next);
        }
        boolean beside = timer.getAttribute("cancelActivity").equals("false");
        return beside ? "\"%s\" comes beside it".formatted(next) : "it ends; \"%s\" follows".formatted(next);
    }

    private static String words(Element node) {
        return Optional.of(node.getAttribute("name")).filter(name -> !name.isEmpty()).orElse("join");
    }
}
