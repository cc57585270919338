package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {

    private final Doors doors = new Doors();

    @ParameterizedTest
    @ValueSource(strings = {"caseworkers", "reviews-officers", "reviews-managers", "process-owners", "private-office",
        "intake-clients", "camunda-admin", "signed-in", "everyone"})
    void each_group_has_exactly_the_doors_that_were_written_down_for_it(String who) throws IOException {
        String open = doors.lines().stream()
                .filter(line -> line.who().contains(who))
                .flatMap(line -> line.methods().stream()
                        .map(method -> line.door() + " " + method + " " + line.path().getPatternString()))
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(open)
                .as("A door was opened or closed for %s. If that is meant, change src/test/resources/doors/%s.txt too", who, who)
                .isEqualTo(Files.readString(Path.of("src/test/resources/doors/" + who + ".txt")));
    }

    @Test
    void every_line_names_groups_that_exist() {
        assertThat(doors.lines().stream().flatMap(line -> line.who().stream()).collect(Collectors.toSet()))
                .isSubsetOf("caseworkers", "reviews-officers", "reviews-managers", "process-owners", "private-office",
                        "intake-clients", "camunda-admin", Doors.SIGNED_IN, Doors.EVERYONE);
    }

    @Test
    void what_no_line_names_is_closed_to_everybody() {
        assertThat(doors.open("GET", "/no-such-page", Set.of("camunda-admin", "reviews-managers"))).isFalse();
        assertThat(doors.open("DELETE", "/engine-rest/task/x", Set.of("camunda-admin", "reviews-managers"))).isFalse();
        assertThat(doors.open("TRACE", "/", null)).isFalse();
    }

    @Test
    void the_engine_named_in_the_path_makes_no_difference() {
        Set<String> caseworker = Set.of("caseworkers");
        assertThat(doors.open("GET", "/engine-rest/task", caseworker)).isTrue();
        assertThat(doors.open("GET", "/engine-rest/engine/default/task", caseworker)).isTrue();
        assertThat(doors.open("GET", "/camunda/api/engine/engine/default/task", caseworker)).isTrue();
        assertThat(doors.open("GET", "/camunda/api/engine/engine/default/history/user-operation", caseworker)).isTrue();
        assertThat(doors.open("GET", "/engine-rest/history/user-operation", caseworker)).isFalse();
    }
}
