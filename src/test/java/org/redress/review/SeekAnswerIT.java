package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking the applicant, and what an answer or silence leads to. */
class SeekAnswerIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("SeekAnswer");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule({"7.3", "N2", "V12"})
    void an_applicant_is_asked_for_what_is_missing_and_has_fourteen_days() {
        String reference = workTo("RecordAnswer", "A31");
        assertThat(run(reference, "SeekAnswer"))
                .hasPassedInOrder("Start_AnswerNeeded", "Task_AskApplicant")
                .isWaitingAtExactly("Task_RecordAnswer");

        JsonNode file = file(reference);
        assertThat(file.get("state").asText()).isEqualTo("WAITING_FOR_APPLICANT");
        assertThat(file.get("path").asText()).isEqualTo("ASK_APPLICANT");
        assertThat(texts(file.get("validityCodes"))).containsExactly("V12");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N2 APPROVED");

        JsonNode clock = clock(reference, "ANSWER_FROM_APPLICANT");
        LocalDate asked = now.today();
        assertThat(clock.get("state").asText()).isEqualTo("RUNNING");
        assertThat(clock.get("startedOn").asText()).isEqualTo(asked.toString());
        assertThat(clock.get("dueOn").asText()).isEqualTo(asked.plusDays(14).toString());
        Waiting wait = step("caseworker1", reference, "RecordAnswer");
        assertThat(taskDue("caseworker1", wait)).isEqualTo(asked.plusDays(14));
        assertThat(letter(reference, "N2")).contains(String.valueOf(asked.plusDays(14).getDayOfMonth()));
    }

    @Test
    @Rule({"7.5", "V1"})
    void consent_that_comes_with_an_answer_leads_to_the_review() {
        String reference = workTo("RecordAnswer", "A32");
        assertThat(texts(file(reference).get("validityCodes"))).containsExactly("V1");

        Answer answer = hand(reference, "/answers", Map.of("receivedOn", now.today().toString(), "consentHeld", true));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");
        assertThat(clock(reference, "ANSWER_FROM_APPLICANT").get("state").asText()).isEqualTo("MET");
        Waiting confirm = step("caseworker1", reference, "ConfirmFacts");
        assertThat(shown("caseworker1", confirm).get("consentHeld").get("value").asBoolean()).isTrue();

        ObjectNode facts = facts("A32");
        facts.put("consentHeld", true);
        work(reference, facts, "NotifyForce");

        JsonNode file = file(reference);
        assertThat(file.get("validityCodes")).isEmpty();
        assertThat(file.get("path").isNull()).isTrue();
        assertThat(waiting(reference)).containsExactly("NotifyForce");
        assertThat(timeline(reference)).contains("Answer from the applicant recorded");
    }

    @Test
    @Rule("7.1")
    void missing_contents_that_come_with_an_answer_make_the_application_complete() {
        String reference = workTo("RecordAnswer", "A31");

        Answer answer = hand(
                reference,
                "/answers",
                Map.of(
                        "receivedOn", now.today().toString(),
                        "complaint", Map.of("madeOn", "2026-03-01", "summary", "Nobody came", "forceReference", "PC/1"),
                        "outcome", Map.of("letterDate", "2026-05-10", "sentOn", "2026-05-11")));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        JsonNode shown = shown("caseworker1", step("caseworker1", reference, "ConfirmFacts"));
        assertThat(shown.get("contentsComplete").get("value").asBoolean()).isTrue();
        assertThat(shown.get("complaintMadeOn").get("value").asText()).startsWith("2026-03-01");
        assertThat(shown.get("informationProvidedOn").get("value").asText()).startsWith("2026-05-11");
        assertThat(file(reference).get("countedDays").asInt()).isEqualTo(16);
        assertThat(file(reference).get("lastDay").asText()).isEqualTo("2026-06-08");
    }

    @Test
    void reasons_for_lateness_that_a_caseworker_records_go_to_the_manager() {
        String reference = workTo("RecordAnswer", "A33");

        Answer empty = submit("caseworker1", reference, "RecordAnswer", Map.of("receivedOn", now.today().toString()));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().get("message").asText()).contains("Write what the applicant answered.");

        complete(
                "caseworker1",
                reference,
                "RecordAnswer",
                Map.of("receivedOn", now.today().toString(), "lateReasons", "I was in hospital until Easter."));
        work(reference, facts("A33"), "DecideExtension");

        Waiting extension = step("manager", reference, "DecideExtension");
        assertThat(shown("manager", extension).get("reasonsGiven").get("value").asText())
                .isEqualTo("I was in hospital until Easter.");
        complete(
                "manager",
                reference,
                "DecideExtension",
                Map.of("specialCircumstances", "ACCEPTED", "extensionReason", "The discharge letter bears it out."));

        assertThat(shown("caseworker1", step("caseworker1", reference, "DecideValidity"))
                        .get("path")
                        .get("value")
                        .asText())
                .isEqualTo("REVIEW");
        assertThat(file(reference).get("timeliness").asText()).isEqualTo("ACCEPTED_LATE");
    }

    @Test
    void silence_of_the_applicant_leads_back_to_the_facts_and_lateness_is_then_decided_without_reasons() {
        String reference = workTo("RecordAnswer", "A33");
        ProcessInstance asking = run(reference, "SeekAnswer");

        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");

        assertThat(asking).isEnded().hasPassedInOrder("Timer_AnswerOverdue", "Task_NoteSilence", "End_NoAnswerReceived");
        assertThat(waiting(reference)).containsExactly("ConfirmFacts");
        JsonNode file = file(reference);
        assertThat(file.get("state").asText()).isEqualTo("OPEN");
        assertThat(clock(reference, "ANSWER_FROM_APPLICANT").get("state").asText()).isEqualTo("MET");
        assertThat(timeline(reference).get(0)).isEqualTo("No answer from the applicant by the day we named");

        work(reference, facts("A33"), "DecideExtension");
        assertThat(shown("manager", step("manager", reference, "DecideExtension"))
                        .get("reasonsGiven")
                        .get("value")
                        .asText())
                .startsWith("No answer came by ");
        complete(
                "manager",
                reference,
                "DecideExtension",
                Map.of("specialCircumstances", "REFUSED", "extensionReason", "Nothing was said that would make it just."));
        work(reference, facts("A33"));

        file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(file.get("timeliness").asText()).isEqualTo("OUT_OF_TIME");
        assertThat(texts(file.get("validityCodes"))).containsExactly("V10");
    }

    @Test
    void after_the_second_silence_a_person_decides_without_an_answer_and_nobody_is_asked_a_third_time() {
        String reference = workTo("RecordAnswer", "A31");
        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");

        work(reference, facts("A31"), "DecideValidity");
        assertThat(silenceWords(reference, "DecideValidity")).contains("You can ask once more.");
        work(reference, facts("A31"), "AskApplicant");
        assertThat(silenceWords(reference, "AskApplicant")).contains("This is the last time");
        work(reference, facts("A31"), "RecordAnswer");
        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");

        work(reference, facts("A31"), "DecideValidity");
        assertThat(silenceWords(reference, "DecideValidity")).contains("decide without an answer");
        assertThat(shown("caseworker1", step("caseworker1", reference, "DecideValidity")).has("path")).isFalse();
        Answer again = submit("caseworker1", reference, "DecideValidity", Map.of("path", "ASK_APPLICANT"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().get("message").asText()).contains("Decide without an answer");
        complete(
                "caseworker1",
                reference,
                "DecideValidity",
                Map.of("path", "NOT_VALID", "departureReason", "We asked twice and cannot tell what the complaint is."));
        work(reference, facts("A31"));

        assertThat(file(reference).get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void an_answer_between_two_silences_begins_the_count_anew() {
        String reference = workTo("RecordAnswer", "A31");
        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");
        hand(reference, "/answers", Map.of("receivedOn", now.today().toString(), "lateReasons", "I was away."));
        work(reference, facts("A31"), "RecordAnswer");
        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");

        work(reference, facts("A31"), "RecordAnswer");

        assertThat(file(reference).get("state").asText()).isEqualTo("WAITING_FOR_APPLICANT");
    }

    private String silenceWords(String reference, String step) {
        return shown("caseworker1", step("caseworker1", reference, step)).get("silenceWords").get("value").asText();
    }

    @Test
    void an_answer_that_comes_before_anyone_waits_for_it_stays_on_the_file() {
        String reference = workTo("DecideValidity", "A33");

        Answer answer = hand(
                reference,
                "/answers",
                Map.of("receivedOn", now.today().toString(), "lateReasons", "The letter went to my old flat."));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(waiting(reference)).containsExactly("DecideValidity");
        assertThat(timeline(reference)).contains("Answer from the applicant recorded");
    }
}
