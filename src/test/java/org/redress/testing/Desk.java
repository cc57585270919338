package org.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** A desk as a person has it: the same REST doors and forms, the same accounts, nothing behind the scenes. */
public class Desk {

    /** What a door answered. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    /** A step that waits for somebody. */
    public record Waiting(String id, String step, String name, String caseReference) {}

    private final String base;
    private final ObjectMapper json;
    private final ManagementService jobs;
    private final HttpClient http = HttpClient.newHttpClient();

    public Desk(int port, ObjectMapper json, ManagementService jobs) {
        this.base = "http://localhost:" + port;
        this.json = json;
        this.jobs = jobs;
    }

    public Answer get(String account, String path) {
        return send(account, path, "GET", null, Map.of());
    }

    public Answer get(String account, String path, Map<String, String> headers) {
        return send(account, path, "GET", null, headers);
    }

    public Answer post(String account, String path, Object body) {
        return send(account, path, "POST", body, Map.of());
    }

    public Answer post(String account, String path, Object body, Map<String, String> headers) {
        return send(account, path, "POST", body, headers);
    }

    public Answer put(String account, String path, Object body) {
        return send(account, path, "PUT", body, Map.of());
    }

    /** Hands in an application as the intake machine does and gives its reference. */
    public String apply(JsonNode application) {
        Answer answer = post("intake", "/api/applications", application);
        if (answer.status() != 201) {
            throw new AssertionError("The application was not taken: " + answer.status() + " " + answer.body());
        }
        return answer.body().get("reference").asText();
    }

    public JsonNode caseFile(String reference) {
        return get("manager", "/api/cases/" + reference.replace('/', '-')).body();
    }

    /** The steps of a case that wait for somebody, as that person's task list shows them. */
    public List<Waiting> waiting(String account, String reference) {
        Answer answer = get(account, "/engine-rest/task?processInstanceBusinessKey=" + encoded(reference));
        List<Waiting> waiting = new ArrayList<>();
        for (JsonNode task : answer.body()) {
            waiting.add(new Waiting(
                    task.get("id").asText(),
                    task.get("taskDefinitionKey").asText().replace("Task_", ""),
                    task.get("name").asText(),
                    reference));
        }
        return waiting;
    }

    /** Completes a step by its form. */
    public Answer submit(String account, Waiting step, Map<String, ?> answers) {
        ObjectNode variables = json.createObjectNode();
        answers.forEach((name, value) -> {
            ObjectNode variable = variables.putObject(name);
            if (value instanceof List<?>) {
                variable.put("type", "Json").put("value", write(value));
            } else {
                variable.set("value", json.valueToTree(value));
            }
        });
        ObjectNode body = json.createObjectNode();
        body.set("variables", variables);
        return post(account, "/engine-rest/task/" + step.id() + "/submit-form", body);
    }

    /** Runs what the engine does by itself, such as handing letters over, until nothing is left to do now. */
    public void letTheEngineWork() {
        for (int round = 0; round < 20; round++) {
            List<Job> due = jobs.createJobQuery().messages().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("The engine does not come to rest");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String account, String path, String method, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : write(body)))
                .header("Content-Type", "application/json");
        if (account != null) {
            String secret = account + ":" + account + "-demo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode parsed = type.contains("json") && !response.body().isEmpty()
                    ? json.readTree(response.body())
                    : json.nullNode();
            return new Answer(response.statusCode(), parsed, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
