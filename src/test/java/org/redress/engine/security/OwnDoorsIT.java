package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own pages and REST doors, as each role. */
@RedressTest
class OwnDoorsIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "caseworker1, 200, 403", "officer1, 200, 403", "manager, 200, 200",
        "owner, 404, 404", "private-office, 404, 404", "intake, 404, 404", "admin, 404, 404",
    })
    void cases_are_open_to_those_who_work_on_them_and_hidden_from_everybody_else(String account, int read, int restrict) {
        Caller caller = Caller.as(account, port);

        assertThat(caller.get("/api/cases/door-check").statusCode()).isEqualTo(read);
        assertThat(caller.call("PUT", "/api/cases/door-check/restriction", "{}").statusCode()).isEqualTo(restrict);
        assertThat(Visitor.signedIn(account, port).get("/cases/door-check").statusCode()).isEqualTo(read);
        assertThat(caller.get("/api/calendar/door-check").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases", "/api/cases/door-check", "/api/applications", "/api/calendar/door-check",
        "/api/openapi.json", "/api/no-such-door"})
    void whoever_is_not_signed_in_gets_401_with_problem_details_at_our_rest_doors(String path) {
        HttpResponse<String> answer = Caller.anonymous(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Caller.json(answer).get("detail").asText()).isEqualTo("Sign in to use this door.");
    }

    @Test
    void a_machine_may_knock_where_applications_are_handed_in_and_nowhere_else() {
        Caller machine = Caller.as("intake", port);

        // no controller stands behind these doors with such a body, but the answer comes from behind the door
        assertThat(machine.post("/api/applications", "{}").statusCode()).isNotIn(401, 403);
        assertThat(machine.get("/cases/door-check").statusCode()).isEqualTo(302);
        assertThat(machine.get("/engine-rest/process-definition").statusCode()).isEqualTo(403);
        assertThat(Caller.as("owner", port).post("/api/applications", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_reference_with_encoded_slashes_arrives_whole() {
        // a year in which nobody opened a case: a case of that number would have its own answer
        assertThat(Caller.as("caseworker1", port).get("/api/cases/RV%2F1066%2F000042K/door-check").body())
                .isEqualTo("RV/1066/000042K");
        assertThat(Caller.as("caseworker1", port).get("/api/cases/RV%252F1066/door-check").statusCode()).isEqualTo(400);
        assertThat(Caller.as("owner", port).get("/api/cases/RV%2F1066%2F000042K/door-check").statusCode()).isEqualTo(404);
    }

    @Test
    void health_is_open_and_nothing_else_of_the_management_doors() {
        Caller anybody = Caller.anonymous(port);

        assertThat(anybody.get("/actuator/health").statusCode()).isIn(200, 503);
        assertThat(anybody.get("/actuator").statusCode()).isEqualTo(302);
        assertThat(anybody.get("/actuator/env").statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn("admin", port).get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
