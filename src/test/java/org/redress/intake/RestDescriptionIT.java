package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code /api/openapi.json} says of our doors is whole, and true. */
@RedressTest
class RestDescriptionIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BodyBinder binder;

    private JsonNode doors;

    @BeforeEach
    void read() {
        doors = Caller.json(Caller.as("intake", port).get("/api/openapi.json"));
    }

    @Test
    void every_body_and_every_answer_has_a_shape_and_an_example() {
        List<String> bare = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        eachDoor((name, door) -> {
            contents(name + " body", door.path("requestBody"), seen, bare);
            door.get("responses").fields().forEachRemaining(
                    answer -> contents(name + " " + answer.getKey(), resolved(answer.getValue()), seen, bare));
        });

        assertThat(seen).contains("POST /api/applications body application/json", "POST /api/applications 201 application/json",
                "POST /api/applications 422 application/problem+json",
                "POST /api/cases/{reference}/documents body multipart/form-data",
                "GET /api/cases/{reference}/letters/{id} 200 application/pdf",
                "GET /api/cases/{reference}/letters/{id} 200 text/plain");
        assertThat(bare).isEmpty();
    }

    @Test
    void every_door_tells_its_refusals() {
        Map<String, List<String>> statuses = new TreeMap<>();
        eachDoor((name, door) -> statuses.put(name, names(door.get("responses")).stream().sorted().toList()));

        assertThat(statuses)
                .containsEntry("POST /api/applications", List.of("201", "400", "401", "403", "415", "422", "429", "503"))
                .containsEntry("POST /api/cases/{reference}/papers",
                        List.of("201", "400", "401", "404", "409", "415", "422", "429", "503"))
                .containsEntry("POST /api/cases/{reference}/documents",
                        List.of("201", "400", "401", "404", "409", "413", "422", "429", "503"))
                .containsEntry("PUT /api/cases/{reference}/restriction",
                        List.of("200", "400", "401", "403", "404", "409", "415", "422", "429", "503"))
                .containsEntry("GET /api/cases/{reference}", List.of("200", "401", "404", "429", "503"))
                .containsEntry("GET /api/cases/{reference}/clocks", List.of("200", "400", "401", "404", "429", "503"))
                .containsEntry("GET /api/calendar/deadline", List.of("200", "400", "401", "403", "422", "429", "503"));
    }

    @Test
    void what_is_given_as_an_example_of_a_body_would_be_taken() {
        Map.of(
                        "Application", ApplicationBody.class,
                        "Papers", PapersBody.class,
                        "Withdrawal", WithdrawalBody.class,
                        "Answer", AnswerBody.class,
                        "Reply", ReplyBody.class,
                        "Restriction", RestrictionBody.class)
                .forEach((name, type) -> binder.bind(schema(name).get("example"), type).whole());
    }

    @Test
    void what_is_needed_and_what_can_be_said_is_named() {
        assertThat(texts(schema("Application").get("required"))).containsExactlyInAnyOrder("receivedAt", "applicant");
        assertThat(texts(schema("Applicant").get("required"))).containsExactly("fullName");
        assertThat(texts(schema("Withdrawal").get("required")))
                .containsExactlyInAnyOrder("receivedOn", "receivedBy", "scope", "signed");
        assertThat(texts(schema("Applicant").at("/properties/preferredContact/enum")))
                .containsExactly("EMAIL", "POST", "PHONE");
        assertThat(schema("Application").at("/properties/receivedAt/format").asText()).isEqualTo("date-time");
        assertThat(schema("Papers").at("/properties/facts").toString()).contains("#/components/schemas/CaseFacts");
        assertThat(schema("Upload").at("/properties/file/items/format").asText()).isEqualTo("binary");
    }

    @Test
    void a_case_and_its_clocks_answer_in_the_shape_that_was_described() {
        Caller intake = Caller.as("intake", port);
        ObjectNode application = schema("Application").get("example").deepCopy();
        ((ObjectNode) application.get("complaint")).put("forceReference", "PC/described/26");
        String address = intake.post("/api/applications", application.toString()).headers().firstValue("Location").orElseThrow();
        Caller reader = Caller.as("caseworker1", port);

        JsonNode file = Caller.json(reader.get(address));
        assertThat(names(file)).containsExactlyInAnyOrderElementsOf(names(schema("CaseFile").get("properties")));
        assertThat(names(schema("CaseFile").get("example"))).containsExactlyInAnyOrderElementsOf(names(file));
        JsonNode clock = Caller.json(reader.get(address + "/clocks")).get(0);
        assertThat(names(clock)).containsExactlyInAnyOrderElementsOf(names(schema("Clock").get("properties")));
        assertThat(names(schema("Clock").get("example"))).containsExactlyInAnyOrderElementsOf(names(clock));
        JsonNode refused = Caller.json(intake.post("/api/applications", "{\"colour\": 1}"));
        assertThat(names(schema("Problem").get("properties"))).containsAll(names(refused));
        assertThat(names(schema("FieldFault").get("properties"))).containsAll(names(refused.get("errors").get(0)));
    }

    private void contents(String where, JsonNode holder, List<String> seen, List<String> bare) {
        holder.path("content").fields().forEachRemaining(content -> {
            String place = where + " " + content.getKey();
            seen.add(place);
            JsonNode schema = content.getValue().path("schema");
            boolean shaped = schema.has("$ref") || schema.path("type").asText().matches("array|string");
            JsonNode item = resolved(schema.has("items") ? schema.get("items") : schema);
            boolean file = content.getKey().equals("application/pdf") || content.getKey().startsWith("multipart/");
            if (!shaped || !file && !content.getValue().has("example") && !item.has("example")) {
                bare.add(place);
            }
        });
    }

    private void eachDoor(BiConsumer<String, JsonNode> look) {
        doors.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(
                door -> look.accept(door.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), door.getValue())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? doors.at(node.get("$ref").asText().substring(1)) : node;
    }

    private JsonNode schema(String name) {
        return doors.at("/components/schemas/" + name);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
