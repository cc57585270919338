package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.review.AtTheDesk;
import org.redress.rules.Rule;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** Telling the applicant how the review is going, until the outcome is out. */
class ProgressUpdateIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("ProgressUpdate");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    void twenty_eight_days_after_the_acknowledgement_the_applicant_is_due_an_update() {
        String reference = workTo("CheckConflicts", "A01");

        JsonNode clock = clock(reference, "PROGRESS_UPDATE");
        assertThat(clock.get("startedOn").asText()).isEqualTo("2026-03-03");
        assertThat(clock.get("dueOn").asText()).isEqualTo("2026-03-31");
        assertThat(clock.get("explanation").asText()).contains("31 March 2026");
        assertThat(waiting(reference)).containsExactly("CheckConflicts");
        assertThat(run(reference, "ProgressUpdate")).isWaitingAtExactly("Timer_UpdateAhead").hasNotPassed("Task_DraftUpdate");
    }

    @Test
    @Rule("N7")
    void three_working_days_ahead_a_caseworker_gets_the_letter_to_read_and_sends_it() {
        String reference = workTo("ObtainPapers", "A01");
        comesUp(reference, LocalDate.parse("2026-03-26"));

        assertThat(waiting(reference)).containsExactly("ObtainPapers", "UpdateApplicant");
        assertThat(run(reference, "ProgressUpdate"))
                .hasPassedInOrder("Timer_UpdateAhead", "Task_DraftUpdate")
                .isWaitingAtExactly("Task_UpdateApplicant")
                .task()
                .hasCandidateGroup("caseworkers");
        assertThat(letters(reference)).contains("N7 DRAFT");
        Waiting update = step("caseworker1", reference, "UpdateApplicant");
        assertThat(taskDue("caseworker1", update)).isEqualTo(LocalDate.parse("2026-03-31"));
        JsonNode shown = shown("caseworker1", update);
        assertThat(shown.get("stage").get("value").asText()).isEqualTo("WAITING_FOR_PAPERS");
        assertThat(shown.get("nextUpdateWords").get("value").asText()).isEqualTo("23 April 2026");

        // a day later: the letter's day moves with the day on which it goes out
        today("2026-03-27");
        complete("caseworker1", reference, "UpdateApplicant", Map.of("stage", "WAITING_FOR_PAPERS", "letterChecked", true));

        assertThat(letters(reference)).contains("N7 APPROVED");
        assertThat(letter(reference, "N7"))
                .contains("We have asked the police force for its papers.")
                .contains("24 April 2026");
        assertThat(dueOn(reference, "PROGRESS_UPDATE")).isEqualTo(LocalDate.parse("2026-04-24"));
        assertThat(timeline(reference)).contains("The applicant was told how the review is going");
        assertThat(waiting(reference)).containsExactly("ObtainPapers");

        comesUp(reference, LocalDate.parse("2026-04-21"));
        assertThat(waiting(reference)).contains("UpdateApplicant");
    }

    @Test
    void whoever_writes_into_the_update_leaves_sending_it_to_a_colleague_and_its_day_is_still_the_clocks() {
        String reference = workTo("ObtainPapers", "A01");
        comesUp(reference, LocalDate.parse("2026-03-26"));
        JsonNode n7 = null;
        for (JsonNode letter : file(reference).get("letters")) {
            n7 = letter.get("kind").asText().equals("N7") ? letter : n7;
        }
        long id = n7.get("id").asLong();
        letters.editAdditionalText(id, "The force told us that one file is missing.", "caseworker1", letters.get(id).version());
        today("2026-03-30");

        Answer own = submit(
                "caseworker1", reference, "UpdateApplicant", Map.of("stage", "WAITING_FOR_PAPERS", "letterChecked", true));
        assertThat(own.status()).isBetween(400, 499);
        assertThat(letters(reference)).contains("N7 DRAFT");
        complete("caseworker2", reference, "UpdateApplicant", Map.of("stage", "WAITING_FOR_PAPERS", "letterChecked", true));

        assertThat(letter(reference, "N7"))
                .contains("The force told us that one file is missing.")
                .contains("27 April 2026");
        assertThat(dueOn(reference, "PROGRESS_UPDATE")).isEqualTo(LocalDate.parse("2026-04-27"));
    }

    @Test
    void the_stage_that_is_proposed_follows_the_review() {
        assertThat(proposedAt("ConfirmFacts")).isEqualTo("FIRST_CHECKS");
        assertThat(proposedAt("TriageCase")).isEqualTo("ASSESSING");
        assertThat(proposedAt("DecideOutcome")).isEqualTo("DECIDING");
        assertThat(proposedAt("CheckQuality")).isEqualTo("CHECKING");
    }

    @Test
    void once_the_outcome_letters_are_approved_no_update_comes_up_any_more() {
        String reference = workTo("ApproveLetters", "A22");
        comesUp(reference, dueOn(reference, "PROGRESS_UPDATE"));
        assertThat(waiting(reference)).contains("UpdateApplicant");

        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));

        assertThat(waiting(reference)).doesNotContain("UpdateApplicant");
        assertThat(letters(reference)).noneMatch(letter -> letter.startsWith("N7"));
        assertThat(clock(reference, "PROGRESS_UPDATE").get("state").asText()).isEqualTo("CANCELLED");
        assertThat(timers(reference, "Timer_UpdateAhead")).isEmpty();
    }

    @Test
    void a_case_that_ends_without_a_review_takes_the_update_with_it() {
        String reference = apply(application("A27"));
        work(reference, facts("A27"));

        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(openClocks(reference)).isEmpty();
    }

    @Autowired
    private org.redress.letter.Letters letters;

    private String proposedAt(String step) {
        String reference = workTo(step, "A22");
        comesUp(reference, dueOn(reference, "PROGRESS_UPDATE"));
        assertThat(Collections.frequency(waiting(reference), "UpdateApplicant")).isOne();
        return shown("caseworker1", step("caseworker1", reference, "UpdateApplicant")).get("stage").get("value").asText();
    }

    /** Lets it become the day on which the next update comes up, and no sooner. */
    private void comesUp(String reference, LocalDate day) {
        Job timer = timer(reference, "Timer_UpdateAhead");
        assertThat(timer.getDuedate()).isBeforeOrEqualTo(Date.from(now.endOf(day)));
        if (day.isBefore(dueOn(reference, "PROGRESS_UPDATE"))) {
            assertThat(timer.getDuedate()).isEqualTo(Date.from(now.endOf(day.minusDays(1))));
        }
        today(day);
        assertThat(jobs.createJobQuery().jobId(timer.getId()).executable().count()).isOne();
        jobs.executeJob(timer.getId());
        desk.letTheEngineWork();
    }
}
