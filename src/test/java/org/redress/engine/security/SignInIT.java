package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One sign-in for our pages and the engine's web apps. */
@RedressTest
class SignInIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String WHO = "/camunda/api/admin/auth/user/default";

    private final IdentityService identity;

    @LocalServerPort
    private int port;

    @Autowired
    SignInIT(IdentityService identity) {
        this.identity = identity;
    }

    @Test
    void whoever_is_not_signed_in_is_led_from_a_page_to_the_sign_in_and_back() {
        Visitor visitor = new Visitor(port);

        HttpResponse<String> asked = visitor.get("/cases/door-check?tab=letters");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(location(asked)).endsWith("/sign-in?next=%2Fcases%2Fdoor-check%3Ftab%3Dletters");

        HttpResponse<String> signedIn = visitor.signIn("caseworker1", "caseworker1-demo", "/cases/door-check?tab=letters");
        assertThat(location(signedIn)).endsWith("/cases/door-check?tab=letters");
        assertThat(visitor.get("/cases/door-check").body()).isEqualTo("caseworker1");
    }

    @Test
    void whoever_signs_in_at_our_page_is_signed_in_to_tasklist() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        assertThat(visitor.get(WHO).body()).contains("\"userId\":\"caseworker1\"").contains("tasklist");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_signs_in_to_tasklist_is_signed_in_at_our_pages_and_signing_out_there_ends_both() {
        Visitor visitor = new Visitor(port);
        visitor.get("/camunda/app/tasklist/default/");
        HttpResponse<String> signedIn = visitor.form(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", "caseworker2", "password", "caseworker2-demo"),
                "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(visitor.get("/cases/door-check").body()).isEqualTo("caseworker2");
        assertThat(visitor.get("/api/cases/door-check").body()).isEqualTo("caseworker2");

        visitor.get("/camunda/app/tasklist/default/");
        visitor.form("/camunda/api/admin/auth/user/default/logout", Map.of(),
                "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
        assertThat(visitor.get("/cases/door-check").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_out_at_our_pages_ends_both() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        String token = Visitor.token(visitor.get("/sign-in").body());

        assertThat(visitor.form("/sign-out", Map.of("_csrf", token)).statusCode()).isEqualTo(302);

        assertThat(visitor.get("/cases/door-check").statusCode()).isEqualTo(302);
        assertThat(visitor.get(WHO).statusCode()).isEqualTo(404);
    }

    @Test
    void the_session_gets_a_new_name_when_somebody_signs_in() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        String before = visitor.cookie("JSESSIONID").orElseThrow();

        visitor.signIn("caseworker1", "caseworker1-demo", "/");

        assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void a_wrong_password_leads_back_with_a_word_about_it_and_signs_nobody_in() {
        account("wrong-password", "kettle spanner otter");
        Visitor visitor = new Visitor(port);

        HttpResponse<String> answer = visitor.signIn("wrong-password", "wrong", "/cases");

        assertThat(location(answer)).endsWith("/sign-in?error&next=%2Fcases");
        assertThat(visitor.get("/sign-in?error").body()).contains("There is a problem");
        assertThat(visitor.get("/cases/door-check").statusCode()).isEqualTo(302);
    }

    @Test
    void after_some_wrong_passwords_every_door_says_in_its_own_words_to_wait_also_for_accounts_that_do_not_exist() {
        account("guessed-at", "kettle spanner otter");
        for (String name : new String[] {"guessed-at", "nobody-of-this-name"}) {
            Visitor visitor = new Visitor(port);
            for (int i = 0; i < 5; i++) {
                assertThat(location(visitor.signIn(name, "wrong", "/"))).contains("/sign-in?error");
            }

            HttpResponse<String> page = visitor.signIn(name, "kettle spanner otter", "/");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 16L);
            String token = Visitor.token(visitor.get("/sign-in").body());
            assertThat(visitor.form("/sign-in", Map.of("username", name, "_csrf", token), "Accept", "text/html").body())
                    .contains("Wait before you try again", "too many wrong passwords");

            HttpResponse<String> api = Caller.as(name, "kettle spanner otter", port).get("/api/openapi.json");
            assertThat(api.statusCode()).isEqualTo(429);
            assertThat(Caller.json(api).get("detail").asText()).isEqualTo("Too many wrong passwords. Wait a minute and try again.");
            assertThat(api.headers().firstValue("Retry-After")).isPresent();

            HttpResponse<String> engine = Caller.as(name, "kettle spanner otter", port).get("/engine-rest/task");
            assertThat(engine.statusCode()).isEqualTo(429);
            assertThat(Caller.json(engine).get("message").asText()).contains("Wait a minute");

            visitor.get("/camunda/app/tasklist/default/");
            HttpResponse<String> tasklist = visitor.form(
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    Map.of("username", name, "password", "kettle spanner otter"),
                    "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
            assertThat(tasklist.statusCode()).isEqualTo(429);
            // the form shows these words
            assertThat(Caller.json(tasklist).get("message").asText()).contains("Wait a minute");
        }
        assertThat(Caller.as("caseworker1", port).get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void guesses_sent_side_by_side_win_nothing_over_guesses_one_after_another() {
        account("guessed-at-once", "kettle spanner otter");

        assertThat(sideBySide(12, "guessed-at-once", "wrong")).containsOnly(Map.entry(401, 5), Map.entry(429, 7));
    }

    @Test
    void a_machine_that_sends_several_requests_at_once_with_the_right_password_is_not_sent_away() {
        account("busy-machine", "kettle spanner otter");

        assertThat(sideBySide(8, "busy-machine", "kettle spanner otter")).containsOnly(Map.entry(200, 8));
    }

    @Test
    void the_throttle_reads_the_header_as_the_password_check_does() {
        account("spelt-oddly", "kettle spanner otter");
        String pair = java.util.Base64.getEncoder().encodeToString("spelt-oddly:wrong".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String header : new String[] {"Basic ", "basic ", "BASIC ", "Basic\t", "Basic:"}) {
            assertThat(Caller.anonymous(port).call("GET", "/api/openapi.json", null, "Authorization", header + pair).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        for (String header : new String[] {"Basic ", "bAsIc ", "Basic\t", "Basic:"}) {
            assertThat(Caller.anonymous(port).call("GET", "/api/openapi.json", null, "Authorization", header + pair).statusCode())
                    .as(header)
                    .isEqualTo(429);
        }
    }

    private Map<Integer, Integer> sideBySide(int requests, String account, String password) {
        Map<Integer, Integer> answers = new java.util.concurrent.ConcurrentHashMap<>();
        java.util.concurrent.ExecutorService callers = java.util.concurrent.Executors.newFixedThreadPool(requests);
        try {
            java.util.concurrent.CompletableFuture.allOf(java.util.stream.IntStream.range(0, requests)
                            .mapToObj(i -> java.util.concurrent.CompletableFuture.runAsync(
                                    () -> answers.merge(
                                            Caller.as(account, password, port).get("/api/openapi.json").statusCode(), 1, Integer::sum),
                                    callers))
                            .toArray(java.util.concurrent.CompletableFuture[]::new))
                    .join();
        } finally {
            callers.shutdownNow();
        }
        return answers;
    }

    @Test
    void an_account_that_does_not_exist_takes_as_long_as_a_wrong_password() {
        account("timed", "kettle spanner otter");
        long[] nobody = new long[4];
        long[] somebody = new long[4];
        for (int i = 0; i < nobody.length; i++) {
            nobody[i] = millis("timed-nobody");
            somebody[i] = millis("timed");
        }
        java.util.Arrays.sort(nobody);
        java.util.Arrays.sort(somebody);

        // the hash takes far longer than anything else on the way, so without it one would be a fraction of the other
        assertThat((double) nobody[1] / somebody[1]).isBetween(0.4, 2.5);
    }

    @Test
    void a_new_password_ends_the_sessions_of_the_old_one_and_this_one_goes_on() {
        account("changes", "kettle spanner otter");
        Visitor here = new Visitor(port);
        here.signIn("changes", "kettle spanner otter", "/");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn("changes", "kettle spanner otter", "/");
        assertThat(elsewhere.get("/password").statusCode()).isEqualTo(200);

        HttpResponse<String> wrong = change(here, "not this one", "violet anchor moss");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The password you have now is not right");
        assertThat(change(here, "kettle spanner otter", "short").body()).contains("must have 12 to 500 characters");
        assertThat(change(here, "kettle spanner otter", "password1234").body()).contains("guessed first");
        assertThat(change(here, "kettle spanner otter", "this changes nothing").body()).contains("must not hold the name of the account");

        assertThat(change(here, "kettle spanner otter", "violet anchor moss").statusCode()).isEqualTo(302);

        assertThat(here.get("/password").body()).contains("Your password is changed");
        assertThat(elsewhere.get("/password").statusCode()).isEqualTo(302);
        assertThat(elsewhere.get(WHO).statusCode()).isEqualTo(404);
        assertThat(Caller.as("changes", "kettle spanner otter", port).get("/api/openapi.json").statusCode()).isEqualTo(401);
        assertThat(Caller.as("changes", "violet anchor moss", port).get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void what_tasklist_asks_by_itself_keeps_nobody_signed_in_and_a_key_or_click_does() {
        Visitor away = Visitor.signedIn("caseworker1", port);
        Visitor there = Visitor.signedIn("caseworker1", port);
        assertThat(away.get("/").statusCode()).isEqualTo(200);
        assertThat(there.get("/").statusCode()).isEqualTo(200);
        try {
            minutesPass(29);
            assertThat(away.get(TASKS).statusCode()).isEqualTo(200);
            assertThat(away.get("/cases/cards").statusCode()).isEqualTo(200);
            assertThat(there.get("/session/stay").body()).isEqualTo("{\"seconds\":1800}");
            minutesPass(2);
            assertThat(away.get(TASKS).statusCode()).isEqualTo(401);
            assertThat(away.get(WHO).statusCode()).isEqualTo(404);
            assertThat(there.get(TASKS).statusCode()).isEqualTo(200);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy_it_is() {
        Visitor busy = Visitor.signedIn("caseworker1", port);
        assertThat(busy.get("/").statusCode()).isEqualTo(200);
        try {
            for (int worked = 0; worked < 12 * 60 - 20; worked += 20) {
                minutesPass(20);
                assertThat(busy.get("/session/stay").statusCode()).isEqualTo(200);
            }
            minutesPass(21);
            assertThat(busy.get("/session/stay").statusCode()).isEqualTo(302);
        } finally {
            ClockUtil.reset();
        }
    }

    private static void minutesPass(int minutes) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(minutes))));
    }

    @Test
    void a_machines_password_that_was_changed_stops_working_at_once() {
        account("machine-x", "kettle spanner otter");
        Caller machine = Caller.as("machine-x", "kettle spanner otter", port);
        assertThat(machine.get("/api/openapi.json").statusCode()).isEqualTo(200);

        User user = identity.createUserQuery().userId("machine-x").singleResult();
        user.setPassword("violet anchor moss");
        identity.saveUser(user);

        assertThat(machine.get("/api/openapi.json").statusCode()).isEqualTo(401);
    }

    @Test
    void the_engine_keeps_no_password_that_breaks_the_rule_whichever_door_it_comes_by() {
        Caller admin = Caller.as("admin", port);
        String user = "{\"profile\":{\"id\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\"},\"credentials\":{\"password\":\"%s\"}}";

        assertThat(admin.post("/engine-rest/user/create", user.formatted("ruled1", "short")).statusCode()).isIn(400, 500);
        assertThat(admin.post("/engine-rest/user/create", user.formatted("ruled2", "password1234")).statusCode()).isIn(400, 500);
        assertThat(admin.post("/engine-rest/user/create", user.formatted("ruled3-name", "xx ruled3-name xx")).statusCode()).isIn(400, 500);
        assertThat(identity.createUserQuery().userIdIn("ruled1", "ruled2", "ruled3-name").count()).isZero();
        assertThat(admin.post("/engine-rest/user/create", user.formatted("ruled4", "kettle spanner otter")).statusCode()).isEqualTo(204);
        assertThat(admin.call("PUT", "/engine-rest/user/ruled4/credentials", "{\"password\":\"short\"}").statusCode()).isIn(400, 500);
        assertThat(identity.checkPassword("ruled4", "kettle spanner otter")).isTrue();
        // what Admin shows beside the field
        assertThat(new Visitor(port).get("/camunda/api/engine/engine/default/identity/password-policy").body())
                .contains("It has 12 to 500 characters", "guessed first");
    }

    @Test
    void stored_passwords_cost_whoever_steals_them_much_work() {
        account("stored", "kettle spanner otter");

        assertThat(identity.createUserQuery().userId("stored").singleResult().getPassword())
                .startsWith("{PBKDF2-SHA512-210000}")
                .doesNotContain("kettle");
    }

    private HttpResponse<String> change(Visitor who, String old, String wanted) {
        String token = Visitor.token(who.get("/password").body());
        return who.form("/password", Map.of("oldPassword", old, "newPassword", wanted, "_csrf", token));
    }

    private long millis(String account) {
        Visitor visitor = new Visitor(port);
        String token = Visitor.token(visitor.get("/sign-in").body());
        long start = System.nanoTime();
        visitor.form("/sign-in", Map.of("username", account, "password", "wrong", "next", "/", "_csrf", token));
        return java.util.concurrent.TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x'; drop table act_id_user", "no-such-account", "a\tb", "nobody\u0000x", "王"})
    void an_account_that_cannot_be_is_refused_like_any_other(String name) {
        assertThat(location(new Visitor(port).signIn(name, "any", "/"))).contains("/sign-in?error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example",
        "javascript:alert(1)", "/\t/elsewhere.example", "/ok\r\nSet-Cookie: a=b", ""})
    void signing_in_never_leads_out_of_the_house(String next) {
        HttpResponse<String> answer = new Visitor(port).signIn("caseworker3", "caseworker3-demo", next);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).matches("(http://localhost:" + port + ")?/");
    }

    @Test
    void signing_in_without_the_guard_against_forged_requests_is_refused() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");

        HttpResponse<String> answer =
                visitor.form("/sign-in", Map.of("username", "caseworker1", "password", "caseworker1-demo"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/cases/door-check").statusCode()).isEqualTo(302);
    }

    @Test
    void a_forged_request_with_somebodys_session_is_refused_at_pages_and_rest_doors() {
        Visitor visitor = Visitor.signedIn("manager", port);

        assertThat(visitor.form("/cases/door-check", Map.of()).statusCode()).isEqualTo(403);
        HttpResponse<String> rest = visitor.json("PUT", "/api/cases/door-check/restriction", "{}");
        assertThat(rest.statusCode()).isEqualTo(403);
        assertThat(rest.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");

        String token = Visitor.token(visitor.get("/sign-in").body());
        assertThat(visitor.form("/cases/door-check", Map.of("_csrf", token)).body()).isEqualTo("manager");
        assertThat(visitor.json("PUT", "/api/cases/door-check/restriction", "{}", "X-CSRF-TOKEN", token).body())
                .isEqualTo("manager");
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
        String cookie = new Visitor(port).get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void pages_carry_the_headers_that_keep_other_sites_out() {
        Map<String, java.util.List<String>> headers = new Visitor(port).get("/sign-in").headers().map();

        assertThat(headers.get("content-security-policy").get(0)).contains("default-src 'self'").contains("frame-ancestors 'self'");
        assertThat(headers.get("x-content-type-options")).contains("nosniff");
        assertThat(headers.get("x-frame-options")).contains("SAMEORIGIN");
        assertThat(headers.get("referrer-policy")).contains("same-origin");
        assertThat(headers.get("permissions-policy").get(0)).contains("camera=()", "geolocation=()");
        assertThat(headers.get("cross-origin-opener-policy")).contains("same-origin");
        assertThat(headers.get("cross-origin-resource-policy")).contains("same-origin");
    }

    @Test
    void nothing_of_a_case_is_left_in_a_browsers_or_a_proxys_store() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        for (String path : java.util.List.of("/cases", "/cases/door-check", "/api/cases/door-check",
                "/camunda/api/engine/engine/default/task")) {
            assertThat(visitor.get(path).headers().allValues("Cache-Control").toString()).as(path).contains("no-store");
        }
        assertThat(Caller.as("caseworker1", port).get("/engine-rest/task").headers().allValues("Cache-Control").toString())
                .contains("no-store");
    }

    @Test
    void nobody_makes_themselves_the_first_administrator_through_the_web_apps() {
        Visitor visitor = new Visitor(port);
        visitor.get("/camunda/app/admin/default/");

        HttpResponse<String> answer = visitor.json(
                "POST", "/camunda/api/admin/setup/default/user/create",
                "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"intruder-demo\"}}",
                "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    private void account(String id, String password) {
        User user = identity.newUser(id);
        user.setPassword(password);
        identity.saveUser(user);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
