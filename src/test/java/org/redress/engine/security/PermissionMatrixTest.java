package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.kind.Kinds;
import org.redress.people.Groups;
import org.redress.people.Permission;
import org.redress.people.Permissions;
import org.redress.review.ReviewGroups;
import org.redress.testing.Generated;

/** The table of rights as a whole: nothing in it that nobody uses, nothing used that is not in it. */
class PermissionMatrixTest {

    private static final List<String> ROLES = List.of(ReviewGroups.CASEWORKERS, ReviewGroups.OFFICERS, ReviewGroups.MANAGERS,
            Groups.PROCESS_OWNERS, Groups.PRIVATE_OFFICE, Groups.INTAKE_CLIENTS, Groups.ADMINISTRATORS);
    private static final Pattern STEP =
            Pattern.compile("<bpmn:userTask id=\"Task_(\\w+)\"[^>]*camunda:candidateGroups=\"([^\"]+)\"");
    /** The lines that belong to the doors and the step of org.redress.doorcheck. */
    private static final Set<String> OF_THE_TESTS = Set.of("door-check", "step LookAtIt");

    private final Permissions permissions = new Permissions(new Groups(Kinds.ofTheHouse()));
    private final Doors doors = new Doors(permissions);

    @Test
    void every_step_with_java_has_a_line_and_every_such_line_a_step() throws IOException {
        Set<String> withJava = new TreeSet<>(offered().keySet());
        withJava.retainAll(classes());
        assertThat(withJava).isNotEmpty();
        assertThat(lines().stream().map(Permission::action).filter(action -> action.startsWith("step "))
                        .map(action -> action.substring(5)))
                .containsExactlyInAnyOrderElementsOf(withJava);
    }

    @Test
    void a_step_is_offered_only_to_those_who_may_hold_it() throws IOException {
        offered().forEach((stem, groups) -> {
            if (!groups.contains("{")) {
                // a step without Java has no line: those it is offered to may hold it
                Set<String> who = permissions.ofStep(stem).map(Permission::who).orElseGet(Kinds.ofTheHouse()::groups);
                assertThat(who).as(stem).contains(groups.split(","));
            }
        });
    }

    @Test
    void every_action_opens_a_door_or_is_a_step() {
        Set<String> used = doors.lines().stream()
                .flatMap(line -> line.actions().stream())
                .map(Permission::action)
                .collect(Collectors.toSet());

        assertThat(lines().stream().map(Permission::action).filter(action -> !action.startsWith("step ") && !used.contains(action)))
                .isEmpty();
    }

    @Test
    void whoever_administers_edits_diagrams_or_hands_in_sees_no_case() {
        for (String group : List.of(Groups.ADMINISTRATORS, Groups.PROCESS_OWNERS, Groups.INTAKE_CLIENTS, Groups.PRIVATE_OFFICE)) {
            assertThat(lines().stream()
                            .filter(line -> line.isFor(Set.of(group)))
                            .filter(line -> line.states() != Permission.States.NONE)
                            .map(Permission::action))
                    .as(group)
                    .allMatch(action -> group.equals(Groups.INTAKE_CLIENTS)
                            && (action.startsWith("hand-in-") || action.equals("add-document")));
        }
    }

    @Test
    void the_published_matrix_is_what_the_program_reads() throws IOException {
        Generated.mustEqual("permission-matrix.md", matrix());
    }

    private String matrix() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Made from `src/main/resources/security/permissions.csv`, `doors.csv` and the diagrams; the build keeps it equal.
                A case that is restricted, or with which a person has a conflict of interest, is hidden from them in every state:
                it looks like one that is not there. Nobody checks or approves what they made themselves.

                """);
        table(page, "Actions", lines().stream().filter(line -> !line.action().startsWith("step ")).toList());
        table(page, "Steps: who may hold and complete them", lines().stream().filter(line -> line.action().startsWith("step ")).toList());
        page.append("## To whom a step is offered first\n\n| Step | Offered to |\n|---|---|\n");
        offered().forEach((stem, groups) -> page.append("| ").append(stem).append(" | ")
                .append(groups.contains("{") ? "as the table Escalation says" : groups.replace(",", ", ")).append(" |\n"));
        page.append("\n## Which door each action opens\n\n| Action | Doors |\n|---|---|\n");
        byAction().forEach((action, open) ->
                page.append("| ").append(action).append(" | ").append(String.join("<br>", open)).append(" |\n"));
        return page.toString();
    }

    private static void table(StringBuilder page, String title, List<Permission> lines) {
        page.append("## ").append(title).append("\n\n| Action | In words | State of the case | ")
                .append(String.join(" | ", ROLES)).append(" |\n|---|---|---|").append("---|".repeat(ROLES.size())).append('\n');
        lines.forEach(line -> page.append("| ").append(line.action().replaceFirst("^step ", "")).append(" | ").append(line.what())
                .append(" | ").append(line.states().word()).append(" | ")
                .append(ROLES.stream().map(role -> line.isFor(Set.of(role)) ? "yes" : "–").collect(Collectors.joining(" | ")))
                .append(" |\n"));
        page.append('\n');
    }

    private Map<String, List<String>> byAction() {
        Map<String, List<String>> open = new TreeMap<>();
        doors.lines().forEach(line -> (line.everyone() ? Stream.of("everyone") : line.actions().stream().map(Permission::action))
                .filter(action -> !OF_THE_TESTS.contains(action))
                .forEach(action -> open.computeIfAbsent(action, name -> new ArrayList<>())
                        .add("`" + String.join(" ", new TreeSet<>(line.methods())) + " " + line.path().getPatternString() + "`"
                                + (line.door().equals("own") ? "" : " (" + line.door() + ")"))));
        return open;
    }

    private List<Permission> lines() {
        return permissions.all().stream().filter(line -> !OF_THE_TESTS.contains(line.action())).toList();
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.map(path -> path.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
    }

    /** The steps of all diagrams, each with the groups it is offered to. */
    private static Map<String, String> offered() throws IOException {
        Map<String, String> offered = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                Matcher step = STEP.matcher(Files.readString(file));
                while (step.find()) {
                    offered.put(step.group(1), step.group(2));
                }
            }
        }
        return offered;
    }
}
