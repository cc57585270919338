package org.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The door as a robot meets it at the engine's REST API, and as Tasklist meets it at the web apps' own. */
@DoorHouse
class FormDoorRestIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDS = "{\"title\":{\"value\":\"A title\"},\"reason\":{\"value\":\"Because\"},\"verdict\":{\"value\":\"UPHELD\"}}";

    /** The two doors to the same engine. */
    enum Road { ROBOT, TASKLIST }

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate tables;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private DoorDriver trial;
    private String task;

    @BeforeEach
    void start() throws Exception {
        trial = new DoorDriver(engine, tables);
        if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("DoorTrial").count() == 0) {
            trial.deploy();
        }
        if (engine.getIdentityService().createUserQuery().userId("officer1").count() == 0) {
            User officer = engine.getIdentityService().newUser("officer1");
            officer.setPassword("officer1-trial");
            engine.getIdentityService().saveUser(officer);
        }
        task = trial.start();
        send(Road.TASKLIST, "GET", "/camunda/app/tasklist/default/", null);
        HttpResponse<String> login = http.send(HttpRequest.newBuilder(uri("/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token())
                .POST(HttpRequest.BodyPublishers.ofString("username=officer1&password=officer1-trial")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(login.statusCode()).isEqualTo(200);
        // the session that came with the login has a token of its own
        send(Road.TASKLIST, "GET", "/camunda/app/tasklist/default/", null);
    }

    @AfterEach
    void leave() {
        trial.signOut();
    }

    @ParameterizedTest
    @EnumSource
    void a_form_shows_what_its_step_shows_at_the_moment_it_is_asked(Road road) throws Exception {
        for (String query : List.of("", "?deserializeValues=false", "?deserializeValues=true")) {
            HttpResponse<String> answer = send(road, "GET", "/task/" + task + "/form-variables" + query, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode shown = JSON.readTree(answer.body());
            assertThat(shown.fieldNames()).toIterable()
                    .containsExactlyInAnyOrder("caseReference", "casePage", "copies", "title", "reportWords", "pages", "urgent", "receivedOn", "topics", "staff", "forceName");
            assertThat(shown.at("/pages/type").asText()).isEqualTo("Integer");
            assertThat(shown.at("/pages/value").asInt()).isEqualTo(7);
            assertThat(shown.at("/urgent/value").isBoolean()).isTrue();
            assertThat(shown.at("/receivedOn/value").asText()).isEqualTo("2026-03-02");
            assertThat(shown.at("/staff/type").asText()).isEqualTo("Json");
            assertThat(JSON.readTree(shown.at("/staff/value").textValue())).isEqualTo(JSON.readTree(
                    "[{\"label\":\"Officer One\",\"value\":\"officer1\"},{\"label\":\"Officer Two\",\"value\":\"officer2\"}]"));
        }
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "secret", "copies");
        assertThat(JSON.readTree(send(road, "GET", "/task/" + task + "/form", null).body()).at("/camundaFormRef/key").asText()).isEqualTo("WeighReport");
        assertThat(JSON.readTree(send(road, "GET", "/task/" + task + "/deployed-form", null).body()).path("id").asText()).isEqualTo("WeighReport");
    }

    @ParameterizedTest
    @EnumSource
    void answers_as_tasklist_sends_them_are_taken(Road road) throws Exception {
        HttpResponse<String> answer = submit(road, "{\"title\":{\"value\":\"A title\"},\"reason\":{\"value\":\"Because\"},\"pages\":{\"value\":3},"
                + "\"cost\":{\"value\":\"12.50\"},\"urgent\":{\"value\":true},\"receivedOn\":{\"value\":\"2026-03-02\"},\"verdict\":{\"value\":\"NOT_UPHELD\"},"
                + "\"topics\":{\"type\":\"Json\",\"value\":\"[\\\"CUSTODY\\\"]\"},\"allocateTo\":{\"value\":null},\"barred\":{\"type\":\"Json\",\"value\":\"[]\"},"
                + "\"email\":{},\"code\":{\"value\":\"\"},\"forceName\":{\"value\":\"Metropolitan Police\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(trial.isOpen(task)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_answer_gets_422_and_words(Road road) throws Exception {
        HttpResponse<String> answer = submit(road, "{\"title\":{\"value\":\"A title\"},\"verdict\":{\"value\":\"MAYBE\"},\"outcome\":{\"value\":\"UPHELD\"}}");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("type").asText()).isEqualTo("AnswersRefused");
        assertThat(body.path("message").asText())
                .isEqualTo("This form does not ask for 'outcome': leave it out. Reason: enter your answer. Verdict: choose one of: Upheld, Not upheld.");
        assertThat(body.at("/faults/1/field").asText()).isEqualTo("reason");
        assertThat(body.at("/faults/1/label").asText()).isEqualTo("Reason");
        assertThat(body.at("/faults/1/message").asText()).isEqualTo("enter your answer");
        assertThat(trial.isOpen(task)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void half_a_character_and_nul_are_refused_in_words(Road road) throws Exception {
        for (String broken : List.of("a\\u0000b", "a\\ud83db")) {
            HttpResponse<String> answer = submit(road, STANDS.replace("Because", broken));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).path("message").asText()).startsWith("Reason: take out");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_too_late_gets_409_with_who_and_when(Road road) throws Exception {
        trial.signIn("officer2");
        trial.submit(task, DoorDriver.answers());
        trial.signOut();
        HttpResponse<String> answer = submit(road, STANDS);
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("completedBy").asText()).isEqualTo("officer2");
        assertThat(body.path("completedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(body.path("message").asText()).startsWith("officer2 completed this step on ").endsWith("Your answers were not saved.");
    }

    @ParameterizedTest
    @EnumSource
    void somebody_elses_step_and_closed_roads_get_403(Road road) throws Exception {
        for (String way : List.of("/complete", "/resolve")) {
            HttpResponse<String> answer = send(road, "POST", "/task/" + task + way, "{\"variables\":{\"verdict\":{\"value\":\"UPHELD\"}}}");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(JSON.readTree(answer.body()).path("message").asText()).isEqualTo("Complete this step through its form.");
        }
        assertThat(send(road, "PUT", "/task/" + task + "/variables/verdict", "{\"value\":\"UPHELD\"}").statusCode()).isEqualTo(403);
        assertThat(send(road, "PUT", "/task/" + task + "/localVariables/verdict", "{\"value\":\"UPHELD\"}").statusCode()).isEqualTo(403);
        assertThat(send(road, "POST", "/task/" + task + "/comment/create", "{\"message\":\"words\"}").statusCode()).isEqualTo(403);
        engine.getTaskService().setAssignee(task, "officer2");
        HttpResponse<String> answer = submit(road, STANDS);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).startsWith("This step is with officer2.");
        assertThat(trial.variables(task)).containsOnlyKeys("caseReference", "secret", "copies");
    }

    @Test
    void nobody_signed_in_gets_401_and_a_step_that_never_was_404() throws Exception {
        HttpResponse<String> anonymous = http.send(HttpRequest.newBuilder(uri("/engine-rest/task/" + task + "/submit-form"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"variables\":" + STANDS + "}")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(anonymous.statusCode()).isEqualTo(401);
        task = "never";
        assertThat(submit(Road.ROBOT, STANDS).statusCode()).isEqualTo(404);
        assertThat(submit(Road.TASKLIST, STANDS).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> submit(Road road, String variables) throws Exception {
        return send(road, "POST", "/task/" + task + "/submit-form", "{\"variables\":" + variables + "}");
    }

    private HttpResponse<String> send(Road road, String method, String path, String body) throws Exception {
        String base = path.startsWith("/camunda") ? "" : road == Road.ROBOT ? "/engine-rest" : "/camunda/api/engine/engine/default";
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(base + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (road == Road.ROBOT) {
            request.header("X-Person", "officer1");
        } else {
            request.header("X-XSRF-TOKEN", token());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElse("none");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
