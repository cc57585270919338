package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** A review from receipt to closing, and what turns it aside on the way. */
class StatutoryReviewIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("StatutoryReview");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule({"S3", "S17"})
    void an_upheld_review_is_worked_from_receipt_to_closing_and_leaves_a_whole_file() {
        String reference = apply(application("A01"));
        List<String> done = work(reference, facts("A01"));

        assertThat(done)
                .containsExactly(
                        "AcknowledgeApplication",
                        "CheckConflicts",
                        "ConfirmFacts",
                        "DecideValidity",
                        "NotifyForce",
                        "ObtainPapers",
                        "TriageCase",
                        "AssessAllegation",
                        "AssessAllegation",
                        "DecideOutcome",
                        "CheckQuality",
                        "ApproveLetters",
                        "RecordReply",
                        "RecordReply",
                        "SendReplyOn",
                        "SendReplyOn",
                        "RecordLearning",
                        "CloseCase");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("REVIEW_UPHELD");
        assertThat(file.get("outcome").asText()).isEqualTo("UPHELD");
        assertThat(texts(file.get("measures"))).containsExactly("P1", "P10");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(file.get("keepUntil").asText()).isEqualTo("2032-03-03");
        assertThat(file.get("decisions").findValuesAsText("what"))
                .containsExactly("VALIDITY", "ALLEGATION_1", "ALLEGATION_2", "OUTCOME");
        assertThat(letters(reference))
                .containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED", "N8 APPROVED", "N9 APPROVED",
                        "N11 APPROVED", "N13 APPROVED", "N13 APPROVED");
        assertThat(openClocks(reference)).isEmpty();
        assertThat(clock(reference, "DECISION_TARGET").get("state").asText()).isEqualTo("MET");
        assertThat(timeline(reference).get(0)).startsWith("Case closed.").endsWith("Kept until 3 March 2032");
        assertThat(waiting(reference)).isEmpty();
    }

    @Test
    @Rule({"S16", "S17"})
    void a_review_that_is_not_upheld_leaves_its_learning_behind() {
        String reference = workTo("RecordLearning", "A22");
        assertThat(desk.waiting("officer1", reference)).isEmpty();
        complete(
                "manager",
                reference,
                "RecordLearning",
                Map.of("learning", "Tell ward panels in writing.", "toGovernanceMeeting", true));
        work(reference, facts("A22"));

        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("REVIEW_NOT_UPHELD");
        assertThat(file.get("outcome").asText()).isEqualTo("NOT_UPHELD");
        assertThat(file.get("measures")).isEmpty();
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(timeline(reference)).contains("Learning recorded", "Centurion updated");
    }

    @Test
    @Rule({"S8a", "T2.5"})
    void an_iopc_limb_seen_in_papers_after_a_draft_decision_sends_the_case_to_forwarding_and_withdraws_the_drafts() {
        String reference = workTo("ApproveLetters", "A01");
        assertThat(letters(reference)).contains("N8 DRAFT", "N9 DRAFT");
        assertThat(file(reference).get("outcome").asText()).isEqualTo("UPHELD");
        Waiting approve = step("officer2", reference, "ApproveLetters");

        Answer papers = hand(
                reference,
                "/papers",
                Map.of("receivedOn", now.today().toString(), "facts", Map.of("referredToIopc", true)));

        assertThat(papers.status()).as("%s", papers.body()).isEqualTo(201);
        assertThat(waiting(reference)).containsExactly("ConfirmFacts");
        JsonNode file = file(reference);
        assertThat(file.get("state").asText()).isEqualTo("OPEN");
        assertThat(file.get("outcome").isNull()).isTrue();
        assertThat(file.get("allegations").findValuesAsText("finding")).containsOnly("null");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED");
        assertThat(timeline(reference))
                .contains("A reason was seen why the review is for the IOPC; the review stops and the case is tested again");
        Answer tooLate = desk.submit("officer2", approve, Map.of("approved", "YES"));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(shown("caseworker1", step("caseworker1", reference, "ConfirmFacts"))
                        .get("referredToIopc")
                        .get("value")
                        .asBoolean())
                .isTrue();

        ObjectNode facts = facts("A01");
        facts.put("referredToIopc", true);
        work(reference, facts);

        file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("FORWARD_TO_IOPC");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        JsonNode limb = file.get("limbs").get(0);
        assertThat(limb.get("limb").asText()).isEqualTo("REFERRED");
        assertThat(limb.get("provision").asText()).isEqualTo("reg 32(c)");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED", "N3 APPROVED");
        assertThat(openClocks(reference)).isEmpty();
        assertThat(openInstances(reference)).isZero();
    }

    @Test
    void a_limb_that_does_not_hold_leads_back_to_a_review_that_starts_afresh() {
        String reference = workTo("DecideOutcome", "A22");
        hand(reference, "/papers", Map.of("receivedOn", now.today().toString(), "facts", Map.of("anyPartForIopc", true)));
        assertThat(waiting(reference)).containsExactly("ConfirmFacts");

        List<String> done = work(reference, facts("A22"));

        assertThat(done).startsWith("ConfirmFacts", "DecideValidity", "NotifyForce", "ObtainPapers").contains("AssessAllegation");
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("REVIEW_NOT_UPHELD");
        assertThat(file.get("limbs")).isEmpty();
        assertThat(openInstances(reference)).isZero();
    }

    @Test
    @Rule("S18")
    void papers_that_show_no_limb_leave_the_review_where_it_is() {
        String reference = workTo("ObtainPapers", "A22");

        Answer papers = hand(
                reference,
                "/papers",
                Map.of(
                        "receivedOn", now.today().toString(),
                        "facts", Map.of("referredToIopc", false, "countedDays", 3),
                        "allegations", List.of(Map.of("number", 1, "text", "The patrol stopped", "forceOutcome", "Acceptable"))));

        assertThat(papers.status()).isEqualTo(201);
        assertThat(texts(papers.body().get("notTaken"))).containsExactly("countedDays");
        assertThat(waiting(reference)).containsExactly("ObtainPapers");
        assertThat(file(reference).get("allegations").findValuesAsText("text")).containsExactly("The patrol stopped");
    }

    @Test
    void when_the_target_day_passes_the_manager_agrees_a_new_one_which_moves_tasks_and_timers() {
        String reference = workTo("ObtainPapers", "A01");
        LocalDate papersDue = dueOn(reference, "PAPERS");
        complete(
                "caseworker1",
                reference,
                "ObtainPapers",
                Map.of("papersComplete", true, "papersReceivedOn", now.today().toString(), "pagesOfPapers", 3));
        Waiting triage = step("caseworker1", reference, "TriageCase");
        assertThat(taskDue("caseworker1", triage)).isEqualTo(LocalDate.parse("2026-04-13"));

        letPass(reference, "DECISION_TARGET", "Timer_TargetPassed");

        assertThat(waiting(reference)).containsExactly("AgreeNewTarget", "TriageCase");
        assertThat(run(reference, "StatutoryReview")).hasPassed("Timer_TargetPassed").isWaitingAt("Task_AgreeNewTarget");
        assertThat(clock(reference, "DECISION_TARGET").get("late").asBoolean()).isTrue();
        assertThat(desk.waiting("officer1", reference)).isEmpty();
        Answer today = submit(
                "manager", reference, "AgreeNewTarget", Map.of("newTargetOn", "2026-04-14", "reason", "Papers late."));
        assertThat(today.status()).isEqualTo(422);
        assertThat(today.body().get("message").asText()).contains("Enter a day after today.");

        complete(
                "manager",
                reference,
                "AgreeNewTarget",
                Map.of("newTargetOn", "2026-05-05", "reason", "The papers came late."));

        JsonNode target = clock(reference, "DECISION_TARGET");
        assertThat(target.get("dueOn").asText()).isEqualTo("2026-05-05");
        assertThat(target.get("late").asBoolean()).isFalse();
        assertThat(target.get("facts").findValuesAsText("recordedBy")).contains("manager");
        assertThat(taskDue("caseworker1", triage)).isEqualTo(LocalDate.parse("2026-05-05"));
        assertThat(dueOn(reference, "PAPERS")).isEqualTo(papersDue);
        assertThat(timeline(reference)).contains("New target agreed: 5 May 2026");

        letPass(reference, "DECISION_TARGET", "Timer_TargetPassed");
        assertThat(waiting(reference)).containsExactly("AgreeNewTarget", "TriageCase");

        // what is still open when the review closes does not hold it back
        work(reference, facts("A01"), "AgreeNewTarget");
        for (int rounds = 0; rounds < 20 && !file(reference).get("state").asText().equals("CLOSED"); rounds++) {
            completeNext(reference, facts("A01"));
        }
        assertThat(file(reference).get("path").asText()).isEqualTo("REVIEW_UPHELD");
        assertThat(openInstances(reference)).isZero();
    }

    @Test
    void an_answer_that_was_asked_for_lets_the_application_be_tested_again() {
        String reference = workTo("RecordAnswer", "A31");
        complete(
                "caseworker1",
                reference,
                "RecordAnswer",
                Map.of("receivedOn", now.today().toString(), "answerText", "It was about Hillingdon, in March."));
        assertThat(waiting(reference)).containsExactly("ConfirmFacts");

        ObjectNode facts = facts("A31");
        facts.put("contentsWaived", true);
        work(reference, facts, "NotifyForce");

        assertThat(file(reference).get("validityCodes")).isEmpty();
        assertThat(waiting(reference)).containsExactly("NotifyForce");
    }

    @Test
    void an_end_that_the_diagram_does_not_name_comes_back_to_a_person_and_never_becomes_a_review() {
        String reference = workTo("NotifyForce", "A01");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("StatutoryReview")
                .singleResult()
                .getId();

        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("Call_CarryOutReview")
                .startBeforeActivity("Gateway_WhatNow")
                .setVariable("path", "AN_END_OF_TOMORROW")
                .execute();

        assertThat(waiting(reference)).containsExactly("ConfirmFacts");
    }

    @Test
    void a_signed_withdrawal_after_a_draft_decision_stops_the_review_without_an_outcome() {
        String reference = workTo("CheckQuality", "A01");

        Answer notice = hand(reference, "/withdrawals", Map.of(
                "receivedOn", now.today().toString(), "receivedBy", "FORCE", "scope", "COMPLAINT", "signed", true,
                "signedBy", "SOLICITOR"));

        assertThat(notice.status()).as("%s", notice.body()).isEqualTo(201);
        assertThat(waiting(reference)).doesNotContain("CheckQuality");
        work(reference, facts("A01"));
        JsonNode file = file(reference);
        assertThat(file.get("path").asText()).isEqualTo("WITHDRAWN");
        assertThat(file.get("state").asText()).isEqualTo("CLOSED");
        assertThat(file.get("outcome").isNull()).isTrue();
        assertThat(letters(reference)).doesNotContain("N8 DRAFT", "N8 APPROVED", "N9 DRAFT", "N9 APPROVED");
        assertThat(letters(reference)).contains("N14 APPROVED");
        assertThat(openClocks(reference)).isEmpty();
        assertThat(openInstances(reference)).isZero();
    }

    @Test
    @Rule({"12b.3", "S3"})
    void whoever_has_a_conflict_of_interest_is_barred_and_the_case_goes_to_another() {
        String reference = workTo("CheckConflicts", "A01");
        Map<String, Object> answers = new HashMap<>(Map.of("conflictFound", "YES", "allocateTo", "caseworker2"));
        Answer unnamed = submit("officer1", reference, "CheckConflicts", answers);
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.body().get("faults").findValuesAsText("field"))
                .containsExactlyInAnyOrder("barredStaff", "conflictReason");

        answers.put("barredStaff", List.of("caseworker2"));
        answers.put("conflictReason", "A neighbour of the applicant.");
        Answer toTheBarred = submit("officer1", reference, "CheckConflicts", answers);
        assertThat(toTheBarred.status()).isEqualTo(422);
        assertThat(toTheBarred.body().get("message").asText()).contains("Choose somebody without a conflict of interest.");

        answers.put("allocateTo", "caseworker1");
        complete("officer1", reference, "CheckConflicts", answers);

        assertThat(timeline(reference)).contains("Conflict of interest found; 1 barred", "Case allocated to caseworker1");
        Waiting confirm = step("caseworker1", reference, "ConfirmFacts");
        Answer barred = desk.post(
                "caseworker2", "/engine-rest/task/" + confirm.id() + "/claim", Map.of("userId", "caseworker2"));
        assertThat(barred.status()).as("a case that one is barred from does not exist for them").isEqualTo(404);
        assertThat(desk.get("caseworker2", address(reference)).status()).isEqualTo(404);
    }

    private long openInstances(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count();
    }
}
