package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's REST API from outside: every one of its doors, tried by every role. */
@RedressTest
class EngineRestIT {

    private final Doors doors;
    private final IdentityService identity;

    @LocalServerPort
    private int port;

    @Autowired
    EngineRestIT(Doors doors, IdentityService identity) {
        this.doors = doors;
        this.identity = identity;
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker1, caseworkers",
        "officer1, reviews-officers",
        "manager, reviews-managers",
        "owner, process-owners",
        "private-office, private-office",
        "intake, intake-clients",
        "admin, camunda-admin",
    })
    void every_door_that_the_table_does_not_open_is_closed(String account, String group) {
        Caller caller = Caller.as(account, port);
        List<String> open = new ArrayList<>();
        int tried = 0;
        for (String door : EngineApi.doors()) {
            String method = door.split(" ")[0];
            String path = "/engine-rest" + door.split(" ")[1];
            if (!doors.open(method, path, Set.of(group))) {
                tried++;
                int status = caller.call(method, path, method.equals("GET") ? null : "{}").statusCode();
                if (status != 403) {
                    open.add(door + " answered " + status);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/task", "/engine-rest/task/", "/engine-rest/user",
        "/engine-rest/engine/default/task", "/engine-rest/version", "/engine-rest/application.wadl", "/engine-rest/no-such-door",
        "/engine-rest/process-definition", "/engine-rest/history/task", "/engine-rest/identity/password-policy",
    })
    void whoever_is_not_signed_in_gets_401_everywhere(String path) {
        assertThat(Caller.anonymous(port).get(path).statusCode()).isEqualTo(401);
        assertThat(Caller.anonymous(port).post(path, "{}").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest/engine/default/history/task", "/engine-rest/engine/other/task/x/complete", "/engine-rest/version",
        "/engine-rest/engine", "/engine-rest/application.wadl", "/engine-rest/task/x/form/", "/engine-rest/engine/default",
    })
    void no_other_way_of_writing_a_path_leads_past_the_table(String path) {
        assertThat(Caller.as("caseworker1", port).get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/engine-rest//task", "/engine-rest/task/x;a=b/complete", "/engine-rest/task/x%2Fcomplete", "/engine-rest/%2e%2e/engine-rest/task",
        "/engine-rest/task/%2e/", "/engine-rest/task/x%00",
    })
    void a_path_written_to_deceive_is_refused(String path) {
        assertThat(Caller.as("caseworker1", port).get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_password_gets_401() {
        User user = identity.newUser("engine-wrong-password");
        user.setPassword("kettle spanner otter");
        identity.saveUser(user);

        assertThat(Caller.as("engine-wrong-password", "wrong", port).get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(Caller.as("no-such-account", "any", port).get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void an_account_without_a_group_gets_nothing() {
        User user = identity.newUser("no-group");
        user.setPassword("kettle spanner otter");
        identity.saveUser(user);

        assertThat(Caller.as("no-group", "kettle spanner otter", port).get("/engine-rest/task").statusCode()).isEqualTo(403);
        assertThat(Caller.as("no-group", "kettle spanner otter", port).get("/api/cases/door-check").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_that_another_site_makes_a_browser_send_is_refused() {
        assertThat(Caller.as("manager", port)
                        .call("POST", "/engine-rest/task/x/assignee", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.as("manager", port)
                        .call("PUT", "/api/cases/door-check/restriction", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void no_session_is_kept_for_a_machine() {
        assertThat(Caller.as("caseworker1", port).get("/engine-rest/task").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Caller.as("caseworker1", port).get("/api/cases/door-check").headers().firstValue("Set-Cookie")).isEmpty();
    }
}
