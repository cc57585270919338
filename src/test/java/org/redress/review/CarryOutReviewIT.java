package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.Colleagues;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** The review itself: papers, triage, assessment, decision, check and outcome letters. */
class CarryOutReviewIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("CarryOutReview");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule({"7.7", "9.2", "N6", "S7"})
    void the_force_is_told_and_asked_for_the_papers_within_ten_working_days() {
        String reference = workTo("ObtainPapers", "A01");

        assertThat(file(reference).get("state").asText()).isEqualTo("WAITING_FOR_FORCE");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED");
        JsonNode papers = clock(reference, "PAPERS");
        assertThat(papers.get("startedOn").asText()).isEqualTo("2026-03-03");
        assertThat(papers.get("dueOn").asText()).isEqualTo("2026-03-17");
        assertThat(letter(reference, "N6")).contains("17 March 2026");
        Waiting obtain = step("caseworker1", reference, "ObtainPapers");
        assertThat(taskDue("caseworker1", obtain)).isEqualTo(LocalDate.parse("2026-03-17"));
    }

    @Test
    @Rule({"9.2", "S7"})
    void papers_overdue_raise_a_chase_and_the_chase_moves_due_day_task_and_timer() {
        String reference = workTo("ObtainPapers", "A01");

        letPass(reference, "PAPERS", "Timer_PapersOverdue");

        assertThat(waiting(reference)).containsExactly("ChasePapers", "ObtainPapers");
        assertThat(run(reference, "CarryOutReview"))
                .hasPassed("Timer_PapersOverdue")
                .isWaitingAt("Task_ObtainPapers", "Task_ChasePapers")
                .task("Task_ChasePapers")
                .isNotAssigned();
        assertThat(clock(reference, "PAPERS").get("late").asBoolean()).isTrue();
        Answer yesterday = submit(
                "caseworker1", reference, "ChasePapers", Map.of("chasedHow", "PHONE", "nextChaseOn", "2026-03-18"));
        assertThat(yesterday.status()).isEqualTo(422);
        assertThat(yesterday.body().get("message").asText()).contains("Enter a day after today.");

        complete(
                "caseworker1",
                reference,
                "ChasePapers",
                Map.of("chasedHow", "PHONE", "chaseNote", "They promised them.", "nextChaseOn", "2026-03-25"));

        JsonNode papers = clock(reference, "PAPERS");
        assertThat(papers.get("dueOn").asText()).isEqualTo("2026-03-25");
        assertThat(papers.get("state").asText()).isEqualTo("RUNNING");
        assertThat(papers.get("facts").findValuesAsText("what")).contains("Chased; the force was given until then");
        Waiting obtain = step("caseworker1", reference, "ObtainPapers");
        assertThat(taskDue("caseworker1", obtain)).isEqualTo(LocalDate.parse("2026-03-25"));
        assertThat(waiting(reference)).containsExactly("ObtainPapers");
        assertThat(timeline(reference)).contains("Papers chased");

        letPass(reference, "PAPERS", "Timer_PapersOverdue");
        assertThat(waiting(reference)).containsExactly("ChasePapers", "ObtainPapers");
        assertThat(now.today()).isEqualTo(LocalDate.parse("2026-03-26"));
    }

    @Test
    void papers_that_come_end_the_chase_too() {
        String reference = workTo("ObtainPapers", "A01");
        letPass(reference, "PAPERS", "Timer_PapersOverdue");
        Waiting chase = step("caseworker1", reference, "ChasePapers");

        complete(
                "caseworker1",
                reference,
                "ObtainPapers",
                Map.of("papersComplete", true, "papersReceivedOn", "2026-03-18", "pagesOfPapers", 40));

        assertThat(waiting(reference)).containsExactly("TriageCase");
        JsonNode papers = clock(reference, "PAPERS");
        assertThat(papers.get("state").asText()).isEqualTo("MET");
        assertThat(papers.get("late").asBoolean()).isTrue();
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");
        Answer tooLate = desk.submit("caseworker1", chase, Map.of("chasedHow", "EMAIL", "nextChaseOn", "2026-03-30"));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body().get("message").asText()).contains("The case moved on without this step");
    }

    @Test
    void a_case_without_allegations_gets_them_from_the_papers_and_each_becomes_a_step() {
        ObjectNode application = application("A01");
        ((ObjectNode) application.get("complaint")).putArray("allegations");
        String reference = apply(application);
        work(reference, facts("A01"), "ObtainPapers");
        Map<String, Object> answers = new HashMap<>(Map.of("papersComplete", true, "papersReceivedOn", "2026-03-03"));

        Answer none = submit("caseworker1", reference, "ObtainPapers", answers);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().get("message").asText()).contains("The file lists no allegation.");

        answers.put("furtherAllegations", "Footage was not collected\n\n  Nobody rang back  \n");
        complete("caseworker1", reference, "ObtainPapers", answers);
        work(reference, facts("A01"), "AssessAllegation");

        assertThat(file(reference).get("allegations").findValuesAsText("text"))
                .containsExactly("Footage was not collected", "Nobody rang back");
        assertThat(waiting(reference)).containsExactly("AssessAllegation", "AssessAllegation");
    }

    @Test
    @Rule("S8")
    void an_escalated_case_needs_the_manager_before_anyone_assesses_it() {
        String reference = workTo("TriageCase", "A01");
        complete("caseworker1", reference, "TriageCase", Map.of("mediaInterest", true, "discriminationAlleged", true));

        assertThat(waiting(reference)).containsExactly("AgreeHandling");
        assertThat(desk.waiting("officer1", reference)).isEmpty();
        assertThat(desk.waiting("caseworker1", reference)).isEmpty();
        Waiting agree = step("manager", reference, "AgreeHandling");
        assertThat(shown("manager", agree).get("escalationWords").get("value").asText())
                .contains("There is media interest.", "Discrimination is alleged.");
        assertThat(timeline(reference).get(0)).isEqualTo("Raised to the manager");

        complete(
                "manager",
                reference,
                "AgreeHandling",
                Map.of("handling", "Press line agreed; a second reader.", "allocateTo", "caseworker3"));

        assertThat(waiting(reference)).containsExactly("AssessAllegation", "AssessAllegation");
        assertThat(timeline(reference)).contains("Agreed how the case is handled");
    }

    @Test
    void what_an_officer_may_settle_waits_for_an_officer() {
        String reference = workTo("TriageCase", "A01");
        complete("caseworker1", reference, "TriageCase", Map.of("vulnerableComplainant", true));

        Waiting agree = step("officer1", reference, "AgreeHandling");
        assertThat(desk.submit("caseworker1", agree, Map.of("handling", "As usual.")).status()).isIn(403, 404);
        complete("officer1", reference, "AgreeHandling", Map.of("handling", "One person to speak to."));
        assertThat(waiting(reference)).containsExactly("AssessAllegation", "AssessAllegation");
    }

    @Test
    @Rule("S9")
    void a_finding_against_the_answers_needs_reasons_and_nothing_is_stored_without_them() {
        String reference = workTo("AssessAllegation", "A22");
        Waiting assess = step("caseworker1", reference, "AssessAllegation");
        Map<String, Object> answers = new HashMap<>(new Colleagues(desk, now.today()).answers(assess, facts("A22")));
        answers.put("finding", "NOT_REASONABLE_AND_PROPORTIONATE");
        List<String> before = timeline(reference);

        Answer refused = desk.submit("caseworker1", assess, answers);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("faults").findValuesAsText("field")).containsExactly("departureReason");
        JsonNode allegation = file(reference).get("allegations").get(0);
        assertThat(allegation.get("finding").isNull()).isTrue();
        assertThat(timeline(reference)).isEqualTo(before);

        answers.put("departureReason", "The minute shows that the panel met a day earlier.");
        complete("caseworker1", reference, "AssessAllegation", answers);

        allegation = file(reference).get("allegations").get(0);
        assertThat(allegation.get("proposed").asText()).isEqualTo("REASONABLE_AND_PROPORTIONATE");
        assertThat(allegation.get("finding").asText()).isEqualTo("NOT_REASONABLE_AND_PROPORTIONATE");
        assertThat(file(reference).get("decisions").findValuesAsText("why"))
                .contains("The minute shows that the panel met a day earlier.");
    }

    @Test
    @Rule({"10.2", "12a.2"})
    void a_handling_slip_alone_is_no_finding_against_the_outcome() {
        String reference = workTo("AssessAllegation", "A22");
        Waiting assess = step("caseworker1", reference, "AssessAllegation");
        Map<String, Object> answers = new HashMap<>(new Colleagues(desk, now.today()).answers(assess, facts("A22")));
        answers.put("complainantListenedTo", "NO");
        answers.put("oversightPoint", "Nobody rang the applicant before the letter.");

        complete("caseworker1", reference, "AssessAllegation", answers);

        assertThat(file(reference).get("allegations").get(0).get("proposed").asText())
                .isEqualTo("REASONABLE_AND_PROPORTIONATE");
        assertThat(shown("caseworker1", step("caseworker1", reference, "DecideOutcome"))
                        .get("outcome")
                        .get("value")
                        .asText())
                .isEqualTo("NOT_UPHELD");
        work(reference, facts("A22"), "RecordLearning");
        assertThat(shown("manager", step("manager", reference, "RecordLearning"))
                        .get("oversightPoints")
                        .get("value")
                        .asText())
                .isEqualTo("Allegation 1: Nobody rang the applicant before the letter.");
        assertThat(letter(reference, "N9")).contains("Nobody rang the applicant before the letter.");
    }

    @Test
    @Rule({"10.3", "S10"})
    void an_upheld_review_asks_for_something_that_this_body_may_ask_for() {
        String reference = workTo("DecideOutcome", "A01");
        Waiting decide = step("caseworker1", reference, "DecideOutcome");
        Map<String, Object> answers = new HashMap<>(Map.of("outcome", "UPHELD", "outcomeReason", "The footage was lost."));

        Answer nothing = desk.submit("caseworker1", decide, answers);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body().get("message").asText()).contains("Choose at least one thing to recommend.");

        // re-investigation is for the route of an investigation, own findings are for the IOPC
        for (String closed : List.of("P3", "P4")) {
            answers.put("measures", List.of(closed));
            assertThat(desk.submit("caseworker1", decide, answers).status()).isEqualTo(422);
        }
        assertThat(file(reference).get("outcome").isNull()).isTrue();

        answers.put("measures", List.of("P1", "P10"));
        complete("caseworker1", reference, "DecideOutcome", answers);
        assertThat(texts(file(reference).get("measures"))).containsExactly("P1", "P10");
        assertThat(file(reference).get("outcome").asText()).isEqualTo("UPHELD");
    }

    @Test
    @Rule("S11")
    void a_quality_check_by_the_decision_maker_is_refused() {
        String reference = workTo("DecideOutcome", "A22");
        give(step("manager", reference, "DecideOutcome"), "officer1");
        complete(
                "officer1",
                reference,
                "DecideOutcome",
                Map.of("outcome", "NOT_UPHELD", "outcomeReason", "The minute shows that the panel was told."));
        Waiting check = step("officer1", reference, "CheckQuality");
        List<String> before = timeline(reference);

        Answer own = desk.submit("officer1", check, Map.of("sound", "YES"));

        assertThat(own.status()).as("%s", own.raw().body()).isEqualTo(403);
        assertThat(own.body().get("message").asText())
                .startsWith("Whoever made the decision does not check it. Somebody else must.")
                .contains("could take it");
        assertThat(waiting(reference)).containsExactly("CheckQuality");
        assertThat(timeline(reference)).isEqualTo(before);
        complete("officer2", reference, "CheckQuality", Map.of("sound", "YES"));
        assertThat(waiting(reference)).containsExactly("ApproveLetters");
    }

    @Test
    void a_decision_that_is_not_sound_goes_back_with_what_has_to_be_put_right() {
        String reference = workTo("CheckQuality", "A22");
        Answer noNote = submit("officer1", reference, "CheckQuality", Map.of("sound", "NO"));
        assertThat(noNote.status()).isEqualTo(422);

        complete("officer1", reference, "CheckQuality", Map.of("sound", "NO", "checkNote", "Say what the minute shows."));

        assertThat(letters(reference)).doesNotContain("N8 DRAFT");
        Waiting again = step("caseworker1", reference, "DecideOutcome");
        JsonNode shown = shown("caseworker1", again);
        assertThat(shown.get("checkWords").get("value").asText()).contains("Say what the minute shows.");
        assertThat(shown.get("outcomeReason").get("value").asText()).startsWith("We looked at what the force had");
        complete(
                "caseworker1",
                reference,
                "DecideOutcome",
                Map.of("outcome", "NOT_UPHELD", "outcomeReason", "The minute of 12 February shows it."));
        complete("officer1", reference, "CheckQuality", Map.of("sound", "YES"));

        assertThat(letters(reference)).contains("N8 DRAFT", "N9 DRAFT");
        assertThat(letter(reference, "N8")).contains("The minute of 12 February shows it.");
        assertThat(timeline(reference)).contains("Decision sent back after the quality check", "Decision checked and found sound");
    }

    @Test
    void of_two_people_who_complete_one_step_the_second_is_told_who_was_first() throws Exception {
        String reference = workTo("TriageCase", "A22");
        Waiting triage = step("caseworker1", reference, "TriageCase");
        CountDownLatch together = new CountDownLatch(1);
        List<CompletableFuture<Answer>> both = new ArrayList<>();
        for (String account : List.of("caseworker1", "caseworker2")) {
            both.add(CompletableFuture.supplyAsync(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return desk.submit(account, triage, Map.of());
            }));
        }
        together.countDown();
        Answer one = both.get(0).get();
        Answer two = both.get(1).get();

        assertThat(List.of(one.status(), two.status())).containsExactlyInAnyOrder(204, 409);
        Answer second = one.status() == 409 ? one : two;
        String first = one.status() == 204 ? "caseworker1" : "caseworker2";
        assertThat(second.body().get("completedBy").asText()).isEqualTo(first);
        assertThat(second.body().get("message").asText())
                .startsWith(first + " completed this step on ")
                .endsWith("Your answers were not saved.");
        assertThat(timeline(reference).stream().filter("Case triaged"::equals)).hasSize(1);
        assertThat(waiting(reference)).containsExactly("AssessAllegation");
    }

    @Test
    @Rule({"N8", "N9", "S12"})
    void an_outcome_is_issued_to_applicant_and_force_with_finding_reasons_and_what_is_asked_for() {
        String reference = workTo("RecordReply", "A01");

        assertThat(letters(reference))
                .containsExactly("N1 APPROVED", "N5 APPROVED", "N6 APPROVED", "N8 APPROVED", "N9 APPROVED", "N11 APPROVED");
        String outcome = letter(reference, "N8");
        assertThat(outcome)
                .contains("Delphine Achterberg-Mensah")
                .contains("PC 4417ZQ did not collect camera footage")
                .contains(facts("A01").get("allegations").get(0).get("reason").asText().substring(0, 40));
        assertThat(letter(reference, "N9")).contains("Nobody rang me back for three weeks");
        assertThat(file(reference).get("outcome").asText()).isEqualTo("UPHELD");
    }
}
