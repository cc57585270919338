package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.kind.Kinds;
import org.redress.people.Groups;
import org.redress.people.Permissions;

class DoorsTest {

    private final Doors doors = new Doors(new Permissions(new Groups(Kinds.ofTheHouse())));

    @Test
    void what_no_line_names_is_closed_to_everybody() {
        assertThat(doors.open("GET", "/no-such-page", Set.of("camunda-admin", "reviews-managers"))).isFalse();
        assertThat(doors.open("DELETE", "/engine-rest/task/x", Set.of("camunda-admin", "reviews-managers"))).isFalse();
        assertThat(doors.open("TRACE", "/", null)).isFalse();
    }

    @Test
    void a_door_opens_to_whoever_may_do_what_it_is_for() {
        assertThat(doors.open("POST", "/cases/RV-2026-000042K/notes", Set.of("caseworkers"))).isTrue();
        assertThat(doors.open("POST", "/cases/RV-2026-000042K/notes", Set.of("process-owners"))).isFalse();
        assertThat(doors.open("POST", "/cases/RV-2026-000042K/notes", null)).isFalse();
        assertThat(doors.open("GET", "/sign-in", null)).isTrue();
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
