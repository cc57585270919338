package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.Colleagues;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Which rules and which body an application falls under, whether it came in time, and who decides what follows. */
class TestApplicationIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("TestApplication");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule("S4")
    void an_application_in_time_is_accepted_and_the_target_counts_from_its_receipt() {
        String reference = workTo("NotifyForce", "A01");

        JsonNode file = file(reference);
        assertThat(file.get("regime").asText()).isEqualTo("NEW");
        assertThat(file.get("route").asText()).isEqualTo("6A");
        assertThat(file.get("reviewBody").asText()).isEqualTo("THIS_BODY");
        assertThat(file.get("timeliness").asText()).isEqualTo("IN_TIME");
        assertThat(file.get("countedDays").asInt()).isEqualTo(20);
        assertThat(file.get("lastDay").asText()).isEqualTo("2026-03-10");
        assertThat(file.get("limbs")).isEmpty();
        assertThat(file.get("validityCodes")).isEmpty();

        JsonNode target = clock(reference, "DECISION_TARGET");
        assertThat(target.get("startedOn").asText()).isEqualTo("2026-03-02");
        // 28 working days, Good Friday and Easter Monday left out
        assertThat(target.get("dueOn").asText()).isEqualTo("2026-04-13");
        assertThat(clock(reference, "ACKNOWLEDGEMENT").get("state").asText()).isEqualTo("MET");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N5 DRAFT", "N6 DRAFT");
    }

    @Test
    @Rule({"5.6", "S5", "V10"})
    void a_late_application_with_refused_reasons_ends_out_of_time_and_is_told_so() {
        String reference = apply(application("A28"));
        List<String> done = work(reference, facts("A28"));

        assertThat(done).contains("DecideExtension", "ExplainRefusal", "ApproveLetters");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(file.get("timeliness").asText()).isEqualTo("OUT_OF_TIME");
        assertThat(file.get("countedDays").asInt()).isEqualTo(58);
        assertThat(texts(file.get("validityCodes"))).containsExactly("V10");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
        assertThat(letter(reference, "N4")).contains("10 August 2026");
        assertThat(timeline(reference)).contains("Late application refused");
    }

    @Test
    @Rule("5.6")
    void late_reasons_that_a_manager_accepts_let_the_review_go_on() {
        String reference = workTo("NotifyForce", "A15");

        JsonNode file = file(reference);
        assertThat(file.get("timeliness").asText()).isEqualTo("ACCEPTED_LATE");
        assertThat(file.get("validityCodes")).isEmpty();
        assertThat(timeline(reference)).contains("Late application accepted");
    }

    @Test
    @Rule({"5.6", "S5"})
    void more_time_is_decided_with_reasons_and_by_a_manager_only() {
        String reference = workTo("DecideExtension", "A15");
        Waiting extension = step("manager", reference, "DecideExtension");

        assertThat(desk.waiting("caseworker1", reference)).isEmpty();
        Answer caseworker = desk.submit(
                "caseworker1", extension, Map.of("specialCircumstances", "ACCEPTED", "extensionReason", "Ill."));
        assertThat(caseworker.status()).isIn(403, 404);

        Answer noReasons = desk.submit("manager", extension, Map.of("specialCircumstances", "ACCEPTED"));
        assertThat(noReasons.status()).isEqualTo(422);
        assertThat(waiting(reference)).containsExactly("DecideExtension");
        assertThat(run(reference, "TestApplication"))
                .hasPassedInOrder("Task_ConfirmFacts", "Task_DetermineReviewBody", "Task_DetermineTimeliness")
                .isWaitingAtExactly("Task_DecideExtension")
                .hasNotPassed("Task_RecordDetermination");
        assertThat(timeline(reference)).doesNotContain("Late application accepted");
    }

    @Test
    void a_departure_from_the_tables_without_reasons_is_refused_and_nothing_is_stored() {
        String reference = workTo("DecideValidity", "A01");
        Waiting decide = step("caseworker1", reference, "DecideValidity");
        assertThat(shown("caseworker1", decide).get("path").get("value").asText()).isEqualTo("REVIEW");
        List<String> before = timeline(reference);

        Answer refused = desk.submit("caseworker1", decide, Map.of("path", "NOT_VALID"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("faults").get(0).get("field").asText()).isEqualTo("departureReason");
        assertThat(refused.body().get("message").asText())
                .contains("You decide otherwise than the tables propose. Write your reasons. They stay on the file.");
        assertThat(step("caseworker1", reference, "DecideValidity").id()).isEqualTo(decide.id());
        assertThat(file(reference).get("path").isNull()).isTrue();
        assertThat(file(reference).get("decisions")).isEmpty();
        assertThat(timeline(reference)).isEqualTo(before);
    }

    @Test
    void a_departure_with_reasons_is_followed_and_the_reasons_stay_on_the_file() {
        String reference = workTo("DecideValidity", "A01");

        complete(
                "caseworker1",
                reference,
                "DecideValidity",
                Map.of("path", "NOT_VALID", "departureReason", "The same complaint stands under another reference."));

        JsonNode decision = file(reference).get("decisions").get(0);
        assertThat(decision.get("what").asText()).isEqualTo("VALIDITY");
        assertThat(decision.get("decided").asText()).isEqualTo("NOT_VALID");
        assertThat(decision.get("proposed").asText()).isEqualTo("REVIEW");
        assertThat(decision.get("who").asText()).isEqualTo("caseworker1");
        assertThat(decision.get("when").asText()).startsWith("2026-03-03T");
        assertThat(decision.get("why").asText()).isEqualTo("The same complaint stands under another reference.");
        assertThat(waiting(reference)).containsExactly("ExplainRefusal");
    }

    @Test
    @Rule({"T2.12", "T2.13"})
    void doubt_about_crime_or_discipline_sends_the_case_to_the_iopc_with_the_person_who_judged_it() {
        String reference = workTo("ForwardToIopc", "A23");

        JsonNode limb = file(reference).get("limbs").get(0);
        assertThat(limb.get("limb").asText()).isEqualTo("DISCIPLINE_OR_CRIME_NOT_RULED_OUT");
        assertThat(limb.get("provision").asText()).isEqualTo("reg 32(b)(i)");
        assertThat(limb.get("judgedBy").asText()).isEqualTo("caseworker1");
        assertThat(limb.get("judgedAt").asText()).startsWith("2026-06-18T");
    }

    @Test
    void who_chooses_the_route_for_a_complaint_handled_in_two_ways_says_why_and_the_file_keeps_it() {
        String reference = workTo("ConfirmFacts", "A01");
        Waiting confirm = step("caseworker1", reference, "ConfirmFacts");
        Map<String, Object> answers = new HashMap<>(new Colleagues(desk, now.today()).answers(confirm, facts("A01")));
        answers.put("mixedHandling", true);

        Answer refused = desk.submit("caseworker1", confirm, answers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("faults").findValuesAsText("field")).containsExactly("routeReason");

        String why = "The stop itself was investigated; only the waiting time was not.";
        answers.put("routeReason", why);
        assertThat(desk.submit("caseworker1", confirm, answers).status()).isEqualTo(204);
        assertThat(Visitor.signedIn("caseworker2", port).get("/cases/" + reference.replace('/', '-')).body()).contains(why);
        assertThat(timeline(reference)).contains("Chose the route for a complaint that was handled in two ways");
    }

    @Test
    void facts_that_cannot_be_are_named_together_and_not_taken() {
        String reference = workTo("ConfirmFacts", "A01");
        Waiting confirm = step("caseworker1", reference, "ConfirmFacts");
        Map<String, Object> answers =
                new HashMap<>(new Colleagues(desk, now.today()).answers(confirm, facts("A01")));
        answers.put("complaintMadeOn", "2026-03-04");
        answers.put("informationProvidedOn", "2026-03-04");

        Answer refused = desk.submit("caseworker1", confirm, answers);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("faults").findValuesAsText("field"))
                .containsExactlyInAnyOrder("complaintMadeOn", "informationProvidedOn");
        assertThat(file(reference).get("regime").isNull()).isTrue();
    }
}
