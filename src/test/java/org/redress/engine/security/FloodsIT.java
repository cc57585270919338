package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever asks for more than their share is told when to come again; everybody else notices nothing. */
@RedressTest
class FloodsIT {

    /** What the test house leaves those whom it names. */
    private static final int SHARE = 5;

    private static final String PASSWORD = "kettle spanner otter";

    private final IdentityService identity;
    private final MockMvc browser;

    @LocalServerPort
    private int port;

    @Autowired
    FloodsIT(IdentityService identity, WebApplicationContext context) {
        this.identity = identity;
        this.browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @Test
    void a_flood_of_applications_is_told_when_to_go_on_and_staff_and_other_machines_notice_nothing() {
        account("flood-machine", "intake-clients");
        Caller machine = Caller.as("flood-machine", PASSWORD, port);
        for (int sent = 0; sent < SHARE; sent++) {
            assertThat(machine.post("/api/applications", application(sent)).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> refused = machine.post("/api/applications", application(SHARE));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        long wait = refused.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(wait).isBetween(1L, 60L);
        assertThat(Caller.json(refused).get("detail").asText())
                .startsWith("Too many applications came from this account within a minute. This one was not taken. Send it again in ");
        assertThat(machine.post("/api/%61pplications", application(SHARE)).statusCode()).as("spelt otherwise").isEqualTo(429);
        assertThat(Caller.as("intake", port).post("/api/applications", application(SHARE)).statusCode()).isEqualTo(201);
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void a_flood_of_searches_gets_a_page_that_says_what_to_do_and_the_list_itself_stays_open() {
        account("flood-reader", "caseworkers");
        Visitor reader = new Visitor(port);
        reader.signIn("flood-reader", PASSWORD, "/");
        for (int search = 0; search < SHARE; search++) {
            assertThat(reader.get("/cases?search=person").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = reader.get("/cases?search=person", "Accept", "text/html");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(refused.body())
                .contains("Wait before you try again", "Too many searches came from this account", "Search again in")
                .doesNotContain("wrong passwords");
        assertThat(reader.get("/cases").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases?search=person").statusCode()).isEqualTo(200);
    }

    @Test
    void a_flood_of_sign_ins_from_an_address_is_stopped_before_any_password_is_looked_at_and_other_addresses_go_on() throws Exception {
        for (int tried = 0; tried < SHARE; tried++) {
            assertThat(signIn("192.0.2.77", "nobody-" + tried)).isEqualTo(302);
        }

        assertThat(signIn("192.0.2.77", "nobody-else")).isEqualTo(429);
        assertThat(signIn("192.0.2.78", "nobody-else")).isEqualTo(302);
    }

    @Test
    void a_share_comes_back_evenly_over_the_minute() {
        Turned clock = new Turned();
        Floods floods = new Floods(new Limits(6, null, 1, null, 1, Map.of()), clock);
        for (int i = 0; i < 6; i++) {
            assertThat(floods.take(Floods.Kind.APPLICATION, "anna")).isZero();
        }
        assertThat(floods.take(Floods.Kind.APPLICATION, "anna")).isEqualTo(Duration.ofSeconds(10));
        assertThat(floods.take(Floods.Kind.APPLICATION, "bert")).isZero();
        clock.now = clock.now.plusSeconds(10);
        assertThat(floods.take(Floods.Kind.APPLICATION, "anna")).isZero();
        assertThat(floods.take(Floods.Kind.APPLICATION, "anna")).isPositive();
    }

    private int signIn(String address, String account) throws Exception {
        return browser.perform(post("/sign-in").param("username", account).param("password", "wrong").with(csrf()).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void account(String id, String group) {
        User user = identity.newUser(id);
        user.setFirstName("Flood");
        user.setLastName("Test");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, group);
    }

    private static String application(int number) {
        return "{\"receivedAt\":\"2026-03-02T09:14:00Z\",\"applicant\":{\"fullName\":\"Flood Person " + number
                + "\",\"email\":\"flood" + number + "@example.org\"}}";
    }

    private static final class Turned extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
