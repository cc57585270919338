package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever nonsense somebody sends, each door answers in its own form and in words. */
@RedressTest
class OwnFormOfRefusalIT {

    private static final String NAMELESS = "\u200B";

    private final ObjectMapper json;
    private final IdentityService identity;

    @LocalServerPort
    private int port;

    @Autowired
    OwnFormOfRefusalIT(ObjectMapper json, IdentityService identity) {
        this.json = json;
        this.identity = identity;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases;x=1", "//cases", "/cases//x", "/guides;jsessionid=1", "/cases%3Bx", "/a%25b", "/a%0Ab"})
    void an_address_that_is_none_gets_a_page_from_the_pages(String path) throws IOException {
        Raw answer = raw("GET " + path + " HTTP/1.1\r\nAccept: text/html\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header()).containsIgnoringCase("Content-Type: text/html");
        assertThat(answer.body()).contains("That did not work", "Go to the first page").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api;x=1/cases", "//api//cases", "/api//cases", "/api/cases/RV-2026-000042K;a=b", "/api/openapi.json;v", "/api/%2e%2e/x"})
    void an_address_that_is_none_gets_problem_details_from_our_rest_doors(String path) throws IOException {
        Raw answer = raw("GET " + path + " HTTP/1.1\r\nAccept: */*\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header()).containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(answer.body()).contains("\"status\":400", "No address here is written like this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest;x=1/task", "//engine-rest/task", "/engine-rest//task", "/camunda/api//engine/engine/default/task;x"})
    void an_address_that_is_none_gets_the_engines_json_from_the_engine(String path) throws IOException {
        Raw answer = raw("GET " + path + " HTTP/1.1\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header()).containsIgnoringCase("Content-Type: application/json");
        assertThat(answer.body()).contains("\"type\":\"InvalidRequestException\"", "No address here is written like this");
    }

    @Test
    void more_than_may_be_sent_at_once_gets_problem_details_whatever_the_sender_accepts() throws Exception {
        String reference = apply("Large Sender");
        for (String accept : List.of("*/*", "text/html", "application/json")) {
            Raw answer = raw("POST /api/cases/" + reference + "/documents HTTP/1.1\r\nAccept: " + accept + "\r\n" + basic("intake")
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 200000000\r\n");

            assertThat(answer.status()).as(accept).isEqualTo(413);
            assertThat(answer.header()).containsIgnoringCase("Content-Type: application/problem+json");
            assertThat(answer.body()).contains("at most 100 MB a file").doesNotContain("<html");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename=\"a\0b.txt\"", "filename*=UTF-8''a%00b.txt", "filename=\"\0\"", "filename=\"\u200B\""})
    void a_file_whose_name_holds_what_no_name_holds_is_answered_in_words_or_kept_under_a_clean_name(String filename) throws Exception {
        String reference = apply("Odd Names");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; " + filename
                + "\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8));
        Raw answer = raw("POST /api/cases/" + reference + "/documents HTTP/1.1\r\n" + basic("intake")
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.size() + "\r\n", body.toByteArray());

        if (answer.status() == 201) {
            assertThat(json.readTree(answer.body().strip()).get(0).get("name").asText()).matches("\\p{Print}+");
        } else {
            assertThat(answer.status()).isIn(400, 422);
            assertThat(answer.header()).containsIgnoringCase("Content-Type: application/problem+json");
        }
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_password_below_the_rule_is_refused_by_the_engines_doors_in_words() throws Exception {
        for (String weak : List.of("short", "manager-manager-1", "aaaaaaaaaaaaaaaa")) {
            HttpResponse<String> rest = Caller.as("admin", port).call("PUT", "/engine-rest/user/manager/credentials",
                    json.writeValueAsString(Map.of("password", weak, "authenticatedUserPassword", "admin-demo")));
            assertWeak(rest);

            assertWeak(admin("PUT", "/camunda/api/engine/engine/default/user/manager/credentials",
                    json.writeValueAsString(Map.of("password", weak, "authenticatedUserPassword", "admin-demo"))));
        }
        assertWeak(Caller.as("admin", port).post("/engine-rest/user/create", json.writeValueAsString(Map.of(
                "profile", Map.of("id", "weak1", "firstName", "Weak", "lastName", "One"), "credentials", Map.of("password", "short")))));
        assertThat(identity.createUserQuery().userId("weak1").count()).isZero();
        assertThat(identity.checkPassword("manager", "manager-demo")).isTrue();
    }

    private static void assertWeak(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Caller.json(answer).get("message").asText()).contains("12 to 500 characters", "three words");
    }

    @Test
    void an_account_or_group_is_called_by_a_name_that_can_be_seen_and_fits_on_a_line() throws Exception {
        for (String name : List.of(NAMELESS, "x".repeat(5_000), "Two\nLines")) {
            String profile = json.writeValueAsString(Map.of("id", "caseworker4", "firstName", name, "lastName", "Somebody"));
            assertThat(Caller.as("admin", port).call("PUT", "/engine-rest/user/caseworker4/profile", profile).statusCode()).isEqualTo(400);
            HttpResponse<String> answer = admin("PUT", "/camunda/api/engine/engine/default/user/caseworker4/profile", profile);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Caller.json(answer).get("message").asText()).contains("The first name cannot be used");
        }
        assertThat(identity.createUserQuery().userId("caseworker4").singleResult().getLastName()).isNotEqualTo("Somebody");
    }

    @Test
    void a_key_that_comes_twice_is_refused_and_named() throws Exception {
        String application = application("Twice Told").toString();
        String twice = application.substring(0, application.length() - 1) + ",\"grounds\":\"Other grounds\"}";

        HttpResponse<String> ours = Caller.as("intake", port).post("/api/applications", twice);
        assertThat(ours.statusCode()).isEqualTo(400);
        assertThat(Caller.json(ours).get("detail").asText()).contains("'grounds'", "twice");

        HttpResponse<String> engine = Caller.as("admin", port).call("PUT", "/engine-rest/user/caseworker4/profile",
                "{\"id\":\"caseworker4\",\"firstName\":\"One\",\"firstName\":\"Other\",\"lastName\":\"Name\"}");
        assertThat(engine.statusCode()).as(engine.body()).isEqualTo(400);
        assertThat(Caller.json(engine).get("message").asText()).contains("'firstName'", "twice");

        HttpResponse<String> web = admin("PUT", "/camunda/api/engine/engine/default/user/caseworker4/profile",
                "{\"id\":\"caseworker4\",\"firstName\":\"One\",\"firstName\":\"Other\",\"lastName\":\"Name\"}");
        assertThat(web.statusCode()).as(web.body()).isEqualTo(400);
        assertThat(identity.createUserQuery().userId("caseworker4").singleResult().getLastName()).isNotEqualTo("Name");
    }

    @Test
    void an_applicant_or_complainant_is_called_by_a_name_that_can_be_seen_and_fits_on_a_line() throws Exception {
        for (String name : List.of(NAMELESS, "\u0301", "x".repeat(5_000), "Two\nLines", "Two\u2028Lines")) {
            ObjectNode application = application(name);
            ((ObjectNode) application.get("applicant")).put("isComplainant", false).put("complainantName", name);

            HttpResponse<String> answer = Caller.as("intake", port).post("/api/applications", application.toString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(Caller.json(answer).findValuesAsText("field"))
                    .containsExactlyInAnyOrder("applicant.fullName", "applicant.complainantName");
        }
    }

    @Test
    void a_further_person_is_called_by_a_name_that_can_be_seen_and_fits_on_a_line() throws Exception {
        String reference = apply("Has Company");
        Visitor visitor = Visitor.signedIn("manager", port);
        String people = "/cases/" + reference + "/people";
        for (String name : List.of(NAMELESS, "\u3164", "x".repeat(5_000), "Two\nLines")) {
            HttpResponse<String> answer = visitor.submit(visitor.get(people).body(), people, Map.of(
                    "role", "INTERESTED_PERSON", "fullName", name, "told", "YES"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).containsPattern("This name holds nothing|A name has at most|A name stands on one line");
        }
    }

    private HttpResponse<String> admin(String method, String path, String body) {
        Visitor visitor = Visitor.signedIn("admin", port);
        visitor.get("/camunda/app/admin/default/");
        return visitor.json(method, path, body, "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
    }

    private String apply(String name) throws IOException {
        HttpResponse<String> answer = Caller.as("intake", port).post("/api/applications", application(name).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.json(answer).get("reference").asText().replace('/', '-');
    }

    private ObjectNode application(String name) throws IOException {
        JsonNode given = json.readTree(Path.of("src/test/resources/applications.json").toFile()).get(0).get("application");
        ObjectNode application = given.deepCopy();
        ((ObjectNode) application.get("applicant")).put("fullName", name);
        ((ObjectNode) application.get("complaint")).put("forceReference", "OWN/" + System.nanoTime());
        return application;
    }

    private static String basic(String account) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((account + ":" + account + "-demo").getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    /** A client of Java's would mend such addresses, and send all of a body before it reads the answer. */
    private Raw raw(String head, byte... body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write((head.replace(" HTTP/1.1", " HTTP/1.0") + "Host: localhost:" + port + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Raw(Integer.parseInt(answer.split(" ")[1]), answer.substring(0, end), answer.substring(end));
        }
    }

    private record Raw(int status, String header, String body) {}
}
