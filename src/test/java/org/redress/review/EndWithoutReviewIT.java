package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.rules.Rule;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which an application ends without a review, and what the applicant is told. */
class EndWithoutReviewIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("EndWithoutReview");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule({"4.2", "4.6", "4.7", "S4a", "V8"})
    void an_application_for_the_iopc_is_forwarded_at_once_even_if_it_is_late_and_incomplete() {
        ObjectNode facts = facts("A23");
        facts.put("informationProvidedOn", "2026-02-01");
        facts.put("contentsComplete", false);
        String reference = apply(application("A23"));
        List<String> done = work(reference, facts);

        assertThat(done).contains("ForwardToIopc").doesNotContain("AskApplicant", "DecideExtension", "ApproveLetters");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("FORWARD_TO_IOPC");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(texts(file.get("validityCodes"))).contains("V8", "V12");
        assertThat(file.get("timeliness").asText()).isEqualTo("ASK_FOR_REASONS");
        assertThat(file.get("limbs").findValuesAsText("provision")).containsExactly("reg 32(b)(i)");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N3 APPROVED");
        assertThat(letter(reference, "N3")).contains("18 June 2026").contains("32(b)(i)");
        assertThat(timeline(reference).get(0)).startsWith("Case closed.");
        assertThat(timeline(reference)).contains("Application passed on to the IOPC");
        assertThat(openClocks(reference)).isEmpty();
        assertThat(waiting(reference)).isEmpty();
    }

    @Test
    void an_application_cannot_have_been_forwarded_before_it_came_or_after_today() {
        String reference = workTo("ForwardToIopc", "A24");
        Waiting forward = step("caseworker1", reference, "ForwardToIopc");
        Map<String, Object> answers = new HashMap<>(Map.of("howForwarded", "PORTAL", "letterChecked", true));

        answers.put("forwardedOn", "2026-02-18");
        Answer tooEarly = desk.submit("caseworker1", forward, answers);
        answers.put("forwardedOn", "2026-02-21");
        Answer tooLate = desk.submit("caseworker1", forward, answers);

        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.body().get("message").asText()).contains("from 19 February 2026, when the application came");
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(tooLate.body().get("message").asText()).contains("not in the future");
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N3 DRAFT");
    }

    @Test
    @Rule({"T2.11", "V9"})
    void an_application_about_another_force_is_passed_to_its_own_body_and_the_applicant_is_told_which() {
        String reference = workTo("PassToOtherBody", "A36");
        assertThat(shown("caseworker1", step("caseworker1", reference, "PassToOtherBody"))
                        .get("otherBody")
                        .get("value")
                        .asText())
                .isEqualTo("the local policing body for City of London Police");

        work(reference, facts("A36"));

        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("OTHER_BODY");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
        assertThat(letter(reference, "N4")).contains("the City of London Corporation");
        assertThat(openClocks(reference)).isEmpty();
    }

    @Test
    @Rule({"N4", "V2"})
    void a_refusal_goes_out_in_the_words_of_its_author_when_somebody_else_has_approved_it() {
        String reference = workTo("ExplainRefusal", "A27");
        complete(
                "caseworker1",
                reference,
                "ExplainRefusal",
                Map.of("refusalReason", "The force did not record your complaint, so there is nothing to review yet."));

        ProcessInstance ending = run(reference, "EndWithoutReview");
        assertThat(ending)
                .hasPassedInOrder("Gateway_WhyNoReview", "Task_ExplainRefusal")
                .calledProcessInstance("IssueLetters")
                .isWaitingAtExactly("Task_ApproveLetters");
        assertThat(waiting(reference)).containsExactly("ApproveLetters");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 DRAFT");
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");

        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));

        assertThat(ending).isEnded().hasPassed("End_ClosedWithoutReview").hasNotPassed("End_ForwardedToIopc");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(texts(file.get("validityCodes"))).containsExactly("V2");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
        assertThat(letter(reference, "N4"))
                .contains("The force did not record your complaint, so there is nothing to review yet.");
        assertThat(file.get("keepUntil").isNull()).isFalse();
    }

    @Test
    @Rule({"8.1", "N14", "V11"})
    void a_signed_notice_of_withdrawal_ends_the_case_and_both_sides_are_told() {
        String reference = workTo("ConfirmFacts", "A34");

        Answer notice = hand(reference, "/withdrawals", Map.of(
                "receivedOn", "2026-07-09", "receivedBy", "FORCE", "scope", "COMPLAINT", "signed", true,
                "signedBy", "COMPLAINANT", "text", "I want no further steps to be taken."));

        assertThat(notice.status()).as("%s", notice.body()).isEqualTo(201);
        assertThat(shown("caseworker1", step("caseworker1", reference, "ConfirmFacts"))
                        .get("withdrawn")
                        .get("value")
                        .asBoolean())
                .isTrue();
        work(reference, facts("A34"));

        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("WITHDRAWN");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N14 APPROVED", "N14 APPROVED");
        assertThat(file.get("letters").findValuesAsText("to"))
                .anyMatch(to -> to.startsWith("APPLICANT"))
                .anyMatch(to -> to.startsWith("FORCE"));
        assertThat(timeline(reference)).contains("Signed notice of withdrawal received by the force");
    }

    @Test
    @Rule("8.1")
    void an_unsigned_notice_of_withdrawal_ends_nothing() {
        String reference = workTo("ConfirmFacts", "A01");

        Answer notice = hand(reference, "/withdrawals", Map.of(
                "receivedOn", "2026-03-03", "receivedBy", "LPB", "scope", "REVIEW", "signed", false));

        assertThat(notice.status()).as("%s", notice.body()).isEqualTo(201);
        assertThat(shown("caseworker1", step("caseworker1", reference, "ConfirmFacts"))
                        .get("withdrawn")
                        .get("value")
                        .asBoolean())
                .isFalse();
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");
        assertThat(timeline(reference)).contains("Unsigned notice of withdrawal received by the local policing body");
    }

    @Test
    @Rule({"T6.2", "V7"})
    void a_complaint_from_before_february_2020_is_told_of_the_old_rules() {
        String reference = apply(application("A35"));
        work(reference, facts("A35"));

        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("OLD_RULES");
        assertThat(file.get("regime").asText()).isEqualTo("OLD");
        assertThat(letter(reference, "N4")).contains("1 February 2020");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            V2  | recorded          | false       | Only a recorded complaint can be reviewed.
            V3  | investigation     | DIRECTED    | The IOPC did the investigation itself, or directed it.
            V3  | investigation     | INDEPENDENT | The IOPC did the investigation itself, or directed it.
            V5  | isComplaint       | false       | Only a complaint can be reviewed.
            V6  | finalOutcomeGiven | false       | The police force has not given one yet.
            V13 | alreadyReviewed   | true        | This outcome has had its review.
            """)
    void each_reason_why_there_is_no_right_to_a_review_ends_the_case_with_a_letter_that_gives_it(
            String code, String fact, String value, String words) {
        ObjectNode facts = facts("A22");
        if (fact.equals("investigation")) {
            facts.put(fact, value);
        } else {
            facts.put(fact, Boolean.parseBoolean(value));
        }
        String reference = apply(application("A22"));
        List<String> done = work(reference, facts);

        assertThat(done).contains("ExplainRefusal", "ApproveLetters").doesNotContain("AskApplicant", "NotifyForce");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(texts(file.get("validityCodes"))).containsExactly(code);
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
        assertThat(letter(reference, "N4").replaceAll("\\s+", " ")).contains(words);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
    }

    @Test
    void an_early_report_ends_the_case_with_a_letter_that_says_so() {
        String reference = apply(application("A29"));
        work(reference, facts("A29"));

        assertThat(texts(file(reference).get("validityCodes"))).containsExactly("V4");
        assertThat(letter(reference, "N4").replaceAll("\\s+", " ")).contains("an early report on the complaint");
    }

    @Test
    void an_application_out_of_time_ends_with_a_letter_that_names_the_last_day() {
        String reference = apply(application("A28"));
        work(reference, facts("A28"));

        assertThat(file(reference).get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(texts(file(reference).get("validityCodes"))).containsExactly("V10");
        assertThat(letter(reference, "N4").replaceAll("\\s+", " ")).contains("The last day to apply was");
    }

    @Test
    void somebody_who_applies_for_another_and_never_brings_their_consent_is_refused_for_that() {
        String reference = workTo("RecordAnswer", "A32");
        letPass(reference, "ANSWER_FROM_APPLICANT", "Timer_AnswerOverdue");
        work(reference, facts("A32"), "DecideValidity");
        complete(
                "caseworker1",
                reference,
                "DecideValidity",
                Map.of("path", "NOT_VALID", "departureReason", "We asked for the consent and nobody answered."));
        work(reference, facts("A32"));

        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("NOT_VALID");
        assertThat(texts(file.get("validityCodes"))).containsExactly("V1");
        assertThat(letter(reference, "N4").replaceAll("\\s+", " "))
                .contains("you need that person’s consent in writing. We do not have it.");
    }

    @Test
    void nothing_more_is_taken_for_a_case_that_is_closed() {
        String reference = apply(application("A27"));
        work(reference, facts("A27"));

        Answer papers = hand(reference, "/papers", Map.of("receivedOn", now.today().toString()));
        Answer answer = hand(reference, "/answers", Map.of("receivedOn", now.today().toString(), "lateReasons", "-"));

        assertThat(papers.status()).isEqualTo(409);
        assertThat(papers.body().get("title").asText()).isEqualTo("Not possible now");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(timeline(reference).get(0)).startsWith("Case closed.");
    }
}
