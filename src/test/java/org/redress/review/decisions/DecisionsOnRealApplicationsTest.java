package org.redress.review.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Takes thirty-six applications from the first table to the last, each answer feeding the next table. */
class DecisionsOnRealApplicationsTest {

    private static final Map<String, Decision> TABLES = Decision.byId(DecisionFiles.decisions());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CASES = read();

    @Test
    void there_are_thirty_six_applications_and_together_they_reach_every_end_of_a_case() {
        assertThat(CASES).hasSize(36);
        assertThat(CASES.findValuesAsText("path")).contains("OLD_RULES", "FORWARD_TO_IOPC", "OTHER_BODY", "WITHDRAWN",
                "NOT_VALID", "ASK_APPLICANT", "REVIEW_UPHELD", "REVIEW_NOT_UPHELD");
    }

    @TestFactory
    Stream<DynamicTest> the_tables_give_each_application_what_is_expected_of_it() {
        return stream(CASES).map(one -> dynamicTest(
                one.path("id").asText() + " " + one.at("/application/complaint/summary").asText(),
                () -> assertThat(decide(one)).isEqualTo(expected(one.path("expected")))));
    }

    @TestFactory
    Stream<DynamicTest> each_finding_of_the_reviewers_is_the_finding_the_table_proposes() {
        return stream(CASES).flatMap(one -> stream(one.at("/facts/allegations")).map(allegation -> dynamicTest(
                one.path("id").asText() + " allegation " + allegation.path("number").asText(),
                () -> assertThat(finding(allegation)).isEqualTo(allegation.path("finding").asText()))));
    }

    @TestFactory
    Stream<DynamicTest> each_measure_that_was_chosen_is_one_the_body_may_choose() {
        return stream(CASES).filter(one -> !one.at("/facts/measures").isEmpty()).map(one -> dynamicTest(
                one.path("id").asText(),
                () -> {
                    JsonNode expected = one.path("expected");
                    List<Object> open = TABLES.get("AvailableMeasures")
                            .ask(Map.of("route", expected.path("route").asText(),
                                    "reviewBody", expected.path("reviewBody").asText()))
                            .all("measure");
                    assertThat(open).containsAll(stream(one.at("/facts/measures")).map(JsonNode::asText).toList());
                }));
    }

    private static Map<String, Object> decide(JsonNode one) {
        Map<String, Object> facts = new HashMap<>();
        one.path("facts").properties().stream()
                .filter(fact -> fact.getValue().isValueNode())
                .forEach(fact -> facts.put(fact.getKey(), JSON.convertValue(fact.getValue(), Object.class)));
        // the counting is tested where it is done; here only what the tables make of the count
        facts.put("countedDays", JSON.convertValue(one.at("/expected/countedDays"), Object.class));

        Map<String, Object> decided = new HashMap<>();
        decided.put("limbs", TABLES.get("ReviewBodyLimbs").ask(facts).all("provision"));
        for (var step : List.of(
                List.of("Regime", "regime"),
                List.of("ReviewRoute", "route"),
                List.of("RelevantReviewBody", "reviewBody"),
                List.of("Timeliness", "timeliness"))) {
            Object answer = TABLES.get(step.get(0)).ask(facts).single().get(step.get(1));
            facts.put(step.get(1), answer);
            decided.put(step.get(1), answer);
        }
        List<Object> codes = TABLES.get("Validity").ask(facts).all("code");
        facts.put("validityCodes", codes);
        decided.put("validityCodes", codes);
        Object path = TABLES.get("ReviewPath").ask(facts).single().get("path");
        decided.put("path", path.equals("REVIEW") ? path + "_" + outcome(one) : path);
        return decided;
    }

    private static Object outcome(JsonNode one) {
        List<Object> findings = stream(one.at("/facts/allegations"))
                .map(DecisionsOnRealApplicationsTest::finding)
                .toList();
        assertThat(findings).as("allegations of %s", one.path("id")).isNotEmpty();
        long count = findings.stream().filter("NOT_REASONABLE_AND_PROPORTIONATE"::equals).count();
        return TABLES.get("ReviewOutcome").ask(Map.of("notReasonableCount", count)).single().get("outcome");
    }

    private static Object finding(JsonNode allegation) {
        Map<String, Object> answers = new HashMap<>();
        allegation.path("checklist").properties()
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue().asText()));
        return TABLES.get("AllegationFinding").ask(answers).single().get("finding");
    }

    private static Map<String, Object> expected(JsonNode expected) {
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of("regime", "route", "reviewBody", "timeliness", "path")) {
            values.put(name, expected.path(name).asText());
        }
        for (String name : List.of("limbs", "validityCodes")) {
            values.put(name, new ArrayList<Object>(stream(expected.path(name)).map(JsonNode::asText).toList()));
        }
        return values;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read() {
        try (var json = DecisionsOnRealApplicationsTest.class.getResourceAsStream("/applications.json")) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("applications.json cannot be read", e);
        }
    }
}
