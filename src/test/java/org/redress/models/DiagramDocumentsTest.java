package org.redress.models;

import java.nio.charset.StandardCharsets;
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
import org.redress.record.Sha256;
import org.redress.testing.Generated;
import org.w3c.dom.Element;

/** What the diagrams say of time, and which picture was drawn from which diagram, as documents for those who own them. */
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

    /** Without this a picture would go on showing how a procedure once was. */
    @Test
    void each_picture_was_drawn_from_the_diagram_as_it_is() {
        StringBuilder text = new StringBuilder("""
                # Pictures of the diagrams

                Each was drawn from the diagram whose fingerprint stands beside it. After changing a diagram export it as PNG from Camunda Modeler into `docs/pictures`;
                then `./mvnw test -Dtest=DiagramDocumentsTest -Dgenerated.write=true` notes the new fingerprint.
                """);
        DIAGRAMS.forEach((file, xml) -> text.append("\n## %s\n\n![%s](../pictures/%s.png)\n\nDrawn from `%s.bpmn`, %s.\n"
                .formatted(new Diagram(xml).process.getAttribute("name"), file, file, file, fingerprint(xml))));
        Generated.mustEqual("diagrams.md", text.toString());
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

    private static String fingerprint(String xml) {
        return Sha256.ofBytes(xml.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
