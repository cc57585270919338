package org.redress.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.models.Findings;
import org.redress.models.HostileModels;
import org.redress.models.HostileModels.Hostile;
import org.redress.models.ModelCheck;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressTest
class ModelGateIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    private RepositoryService repository;

    @Autowired
    private GateKnowledge knowledge;

    @Autowired
    private JdbcTemplate tables;

    @LocalServerPort
    private int port;

    @Test
    void what_reaches_for_code_is_refused_over_rest_by_its_rule_and_leaves_nothing_behind() throws Exception {
        long before = repository.createDeploymentQuery().count();
        SoftAssertions softly = new SoftAssertions();
        for (Hostile model : HostileModels.all()) {
            HttpResponse<String> answer = deploy(model.files());
            softly.assertThat(answer.statusCode()).as(model.name()).isEqualTo(400);
            JsonNode body = Caller.json(answer);
            List<String> rules = new ArrayList<>();
            body.path("findings").forEach(finding -> rules.add(finding.path("rule").asText()));
            softly.assertThat(rules).as(model.name()).contains(model.rule().id());
            softly.assertThat(body.path("message").asText()).as(model.name())
                    .startsWith("Not deployed")
                    .contains(model.files().keySet().iterator().next())
                    .contains(model.label() == null ? "" : model.label());
        }
        softly.assertAll();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("Hostile").count()).isZero();
        assertThat(acts("owner", "REFUSED_DEPLOYMENT")).anySatisfy(act -> assertThat(act).contains("code-class"))
                .anySatisfy(act -> assertThat(act).contains("table-language"));
    }

    @Test
    void the_programs_own_code_is_held_to_the_same_gate() {
        Hostile model = HostileModels.all().get(0);
        long before = repository.createDeploymentQuery().count();
        Throwable refused = catchThrowable(() -> {
            var deployment = repository.createDeployment().name("by hand");
            model.files().forEach((name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
            deployment.deploy();
        });
        assertThat(refused).isInstanceOf(ModelsRefused.class).hasMessageContaining("Hostile.bpmn").hasMessageContaining("[code-class]");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void no_model_of_the_house_is_refused_or_even_advised_upon() throws Exception {
        Findings findings = ModelCheck.check(shipped(), knowledge.known());
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void a_changed_whole_set_is_let_in_and_is_an_act_of_the_owner() throws Exception {
        Map<String, byte[]> files = shipped();
        String diagram = new String(files.get("processes/review/StatutoryReview.bpmn"), StandardCharsets.UTF_8);
        files.put("processes/review/StatutoryReview.bpmn",
                diagram.replace("Done when a new target day", "Done when another target day").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = deploy(files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            assertThat(acts("owner", "DEPLOYED_MODELS")).last().asString().contains("Deployed " + files.size() + " files, fingerprint ");
        } finally {
            repository.deleteDeployment(Caller.json(answer).path("id").asText(), true);
        }
    }

    @Test
    void a_diagram_without_the_diagrams_that_it_calls_is_refused_with_what_is_missing() throws Exception {
        HttpResponse<String> answer = deploy(Map.of("StatutoryReview.bpmn", shipped().get("processes/review/StatutoryReview.bpmn")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).path("message").asText()).contains("set-incomplete").contains("the diagram SeekAnswer is missing")
                .contains("Deploy the whole package");
    }

    @Test
    void the_start_of_the_house_put_its_own_models_on_the_record() {
        assertThat(acts("redress", "DEPLOYED_MODELS")).isNotEmpty();
    }

    @Test
    void an_owner_who_asks_a_table_by_hand_is_on_the_record_without_what_was_asked() {
        int before = acts("owner", "EVALUATED_TABLE").size();
        HttpResponse<String> answer = Caller.as("owner", port).post("/engine-rest/decision-definition/key/ReviewOutcome/evaluate",
                "{\"variables\":{\"notReasonableCount\":{\"value\":47,\"type\":\"Integer\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(acts("owner", "EVALUATED_TABLE")).hasSize(before + 1).last().asString()
                .contains("Asked the table ReviewOutcome, version 1").doesNotContain("47");
    }

    private List<String> acts(String person, String action) {
        return tables.queryForList("select summary || ' ' || details from app.act where person = ? and action = ? order by number",
                String.class, person, action);
    }

    private static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                for (Path file : found.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).toList()) {
                    files.put(file.toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private HttpResponse<String> deploy(Map<String, byte[]> files) throws Exception {
        String boundary = "----hostile";
        List<byte[]> body = new ArrayList<>();
        body.add(part(boundary, "name=\"deployment-name\"", "an owner's change".getBytes(StandardCharsets.UTF_8)));
        int number = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            body.add(part(boundary, "name=\"file" + number++ + "\"; filename=\"" + file.getKey() + "\"", file.getValue()));
        }
        body.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("owner:owner-demo".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArrays(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static byte[] part(String boundary, String disposition, byte[] content) {
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + content.length + 2];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        all[all.length - 2] = '\r';
        all[all.length - 1] = '\n';
        return all;
    }
}
