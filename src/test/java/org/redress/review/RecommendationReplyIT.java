package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 11: what becomes of a recommendation, by the doors and forms that people use. */
class RecommendationReplyIT extends AtTheDesk {

    /** An application with one recommendation, and one with several. */
    private static final String ONE = "A05";

    private static final String MANY = "A01";

    private static Coverage coverage;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private LearningPoints learningPoints;

    @Autowired
    private NewAllegations newAllegations;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("RecommendationReply");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    @Rule({"11.1", "S13"})
    void rule_11_1_each_recommendation_of_an_upheld_review_has_a_letter_a_clock_and_a_step() {
        String reference = workTo("RecordReply", "A01");
        int measures = facts("A01").get("measures").size();

        assertThat(letters(reference)).contains("N11 APPROVED");
        assertThat(file(reference).get("recommendations")).hasSize(measures).allSatisfy(made -> {
            assertThat(made.get("replyDueOn").asText()).isEqualTo(now.today().plusDays(28).toString());
            assertThat(made.get("answer").isNull()).isTrue();
        });
        assertThat(Collections.frequency(waiting(reference), "RecordReply")).isEqualTo(measures);
        assertThat(openClocks(reference)).contains("RECOMMENDATION_REPLY");
    }

    @Test
    @Rule("10.1")
    void a_review_that_is_not_upheld_recommends_nothing() {
        String reference = workTo("RecordLearning", "A02");

        assertThat(file(reference).get("recommendations")).isEmpty();
        assertThat(waiting(reference)).containsExactly("RecordLearning");
    }

    @Test
    @Rule({"N13", "S15"})
    void the_case_closes_while_a_reply_is_awaited_and_the_reply_is_taken_after_that() {
        String reference = workTo("RecordReply", ONE);
        ProcessInstance awaiting = run(reference, "RecommendationReply");
        assertThat(awaiting).isWaitingAt("Task_RecordReply").isNotEnded();
        closeTheCase(reference);

        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        assertThat(openClocks(reference)).containsExactly("RECOMMENDATION_REPLY");
        assertThat(reply(reference, "ACCEPTED", "We will do it by the end of the month.").status()).isEqualTo(201);
        assertThat(waiting(reference)).containsExactly("SendReplyOn");
        assertThat(openClocks(reference)).containsExactly("SENDING_ON");
        complete("officer1", reference, "SendReplyOn", Map.of("sendTo", "EVERYONE"));

        assertThat(awaiting).isEnded().hasPassed("Boundary_ReplyReceived", "End_ReplySentOn");
        assertThat(waiting(reference)).isEmpty();
        assertThat(openClocks(reference)).isEmpty();
        assertThat(letter(reference, "N13")).contains("We will do it by the end of the month.");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
    }

    @Test
    void sending_the_reply_on_and_taking_up_a_refusal_have_days_of_their_own() {
        today("2026-03-02");
        String reference = workTo("RecordReply", ONE);
        LocalDate today = now.today();
        reply(reference, "NOT_ACCEPTED", "We do not agree.");
        assertThat(taskDue("officer1", step("officer1", reference, "SendReplyOn"))).isEqualTo(dueOn(reference, "SENDING_ON"));
        assertThat(dueOn(reference, "SENDING_ON")).isAfter(today.plusDays(4));

        complete("officer1", reference, "SendReplyOn", Map.of("sendTo", "EVERYONE"));

        assertThat(clock(reference, "SENDING_ON").get("state").asText()).isEqualTo("MET");
        assertThat(taskDue("manager", step("manager", reference, "TakeUpRefusal"))).isEqualTo(dueOn(reference, "TAKING_UP"));
        complete("manager", reference, "TakeUpRefusal", Map.of("takenUp", "At the quarterly meeting."));
        assertThat(clock(reference, "TAKING_UP").get("state").asText()).isEqualTo("MET");
    }

    @Test
    void the_reply_day_in_the_letter_is_the_day_of_the_clock_though_the_letter_was_drafted_days_before() {
        String reference = workTo("ApproveLetters", ONE);
        LocalDate drafted = now.today();
        today(drafted.plusDays(3));
        LocalDate approved = now.today();
        Answer yes = submit("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));
        assertThat(yes.status()).isEqualTo(204);
        // the engine comes round to it only after midnight
        today(approved.plusDays(1));
        desk.letTheEngineWork();

        String due = LONG_DAY.format(approved.plusDays(28));
        assertThat(dueDay(reference)).isEqualTo(approved.plusDays(28).toString());
        assertThat(letter(reference, "N11")).contains(due);
        assertThat(letter(reference, "N8")).contains(due);
        assertThat(letter(reference, "N9")).contains(due);
    }

    private static final java.time.format.DateTimeFormatter LONG_DAY =
            java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.UK);

    @Test
    @Rule("11.6")
    void rule_11_6_a_refusal_is_sent_on_taken_up_and_counted() {
        String reference = workTo("RecordReply", ONE);
        long before = recommendations.answers().get(ReplyAnswer.NOT_ACCEPTED);
        complete("caseworker1", reference, "RecordReply", Map.of(
                "receivedOn", now.today().toString(), "replyKind", "REPLY", "replyAnswer", "NOT_ACCEPTED",
                "replyText", "We do not agree, because the footage no longer exists."));
        complete("officer1", reference, "SendReplyOn", Map.of("sendTo", "EVERYONE"));
        complete("manager", reference, "TakeUpRefusal", Map.of("takenUp", "At the quarterly meeting with the force."));

        assertThat(recommendations.answers().get(ReplyAnswer.NOT_ACCEPTED)).isEqualTo(before + 1);
        assertThat(learningPoints.of(reference))
                .anyMatch(point -> point.governance() && point.text().contains("quarterly meeting"));
        assertThat(letter(reference, "N13")).contains("does not accept our recommendation");
    }

    @Test
    @Rule("11.4")
    void rule_11_4_what_could_do_harm_is_left_out_with_reasons() {
        String reference = workTo("RecordReply", ONE);
        reply(reference, "ACCEPTED", "We spoke to the witness at her new address and will do it.");

        Answer without = submit("officer1", reference, "SendReplyOn", Map.of("sendTo", "COMPLAINANT", "sharedText", "We will do it."));
        assertThat(without.status()).isEqualTo(422);
        complete("officer1", reference, "SendReplyOn", Map.of(
                "sendTo", "COMPLAINANT", "sharedText", "We will do it.",
                "withholdReason", "It tells where a witness lives."));

        assertThat(letter(reference, "N13"))
                .contains("We will do it.")
                .contains("We left out a part of the answer")
                .doesNotContain("new address");
    }

    @Test
    @Rule("11.4")
    void a_reply_that_could_do_harm_is_held_back_altogether() {
        String reference = workTo("RecordReply", ONE);
        reply(reference, "PARTLY_ACCEPTED", "An operation is under way.");
        complete("officer1", reference, "SendReplyOn", Map.of("sendTo", "NOBODY", "withholdReason", "It would warn a suspect."));

        assertThat(letters(reference)).noneMatch(letter -> letter.startsWith("N13"));
        assertThat(waiting(reference)).contains("TakeUpRefusal");
    }

    @Test
    @Rule("11.2")
    void rule_11_2_more_time_is_asked_for_before_the_time_is_over_and_an_officer_decides() {
        String reference = workTo("RecordReply", ONE);
        String due = now.today().plusDays(28).toString();
        String later = now.today().plusDays(42).toString();

        Answer asked = hand(reference, replyDoor(reference), Map.of("receivedOn", now.today().toString(), "moreTimeUntil", later));
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(201);
        complete("officer1", reference, "DecideMoreTime", Map.of("moreTime", "REFUSED", "reason", "There is time enough."));
        assertThat(dueDay(reference)).isEqualTo(due);

        complete("caseworker1", reference, "RecordReply", Map.of(
                "receivedOn", now.today().toString(), "replyKind", "MORE_TIME", "moreTimeUntil", later));
        complete("officer1", reference, "DecideMoreTime", Map.of(
                "moreTime", "GRANTED", "newReplyDay", later, "reason", "The officer who knows it is on leave."));
        assertThat(dueDay(reference)).isEqualTo(later);
        assertThat(waiting(reference)).contains("RecordReply");
    }

    @Test
    @Rule({"10.5", "11.2", "N12", "S14"})
    void an_overdue_reply_is_chased_then_directed_by_somebody_other_than_the_author() {
        String reference = workTo("RecordReply", ONE);
        today(now.today().plusDays(29));
        jobs.executeJob(timer(reference, "Timer_ReplyOverdue").getId());
        String day = now.today().plusDays(10).toString();
        complete("caseworker1", reference, "ChaseReply", Map.of("newReplyDay", day));
        assertThat(letter(reference, "N12")).contains("An answer that we still need");
        assertThat(dueDay(reference)).isEqualTo(day);

        today(now.today().plusDays(11));
        Answer tooLate = hand(reference, replyDoor(reference), Map.of(
                "receivedOn", now.today().toString(), "moreTimeUntil", now.today().plusDays(30).toString()));
        assertThat(tooLate.status()).isEqualTo(409);
        jobs.executeJob(timer(reference, "Timer_ReplyOverdue").getId());
        String last = now.today().plusDays(14).toString();
        complete("officer1", reference, "ProposeDirection", Map.of(
                "steps", "Answer the recommendation in writing.", "reason", "There is a duty to answer.", "newReplyDay", last));
        complete("manager", reference, "DirectForce", Map.of("direct", "YES", "reason", "We have waited long enough."));

        assertThat(letter(reference, "N12")).contains("A direction to the chief officer");
        assertThat(dueDay(reference)).isEqualTo(last);
        assertThat(reply(reference, "ACCEPTED", "Done.").status()).isEqualTo(201);
        assertThat(reply(reference, "ACCEPTED", "Done again.").status()).isEqualTo(409);
    }

    @Test
    void a_reply_to_one_recommendation_leaves_the_others_waiting() {
        String reference = workTo("RecordReply", MANY);
        int measures = facts(MANY).get("measures").size();

        reply(reference, "ACCEPTED", "We will do the first.");

        assertThat(Collections.frequency(waiting(reference), "RecordReply")).isEqualTo(measures - 1);
        assertThat(file(reference).get("recommendations").findValuesAsText("answer")).contains("ACCEPTED", "null");
    }

    @Test
    @Rule("11.3")
    void a_reply_to_nothing_is_not_found_and_one_without_words_names_what_is_missing() {
        String reference = workTo("RecordReply", ONE);

        assertThat(hand(reference, "/recommendations/999999/reply", Map.of(
                                "receivedOn", now.today().toString(), "answer", "ACCEPTED", "text", "Yes."))
                        .status())
                .isEqualTo(404);
        Answer empty = hand(reference, replyDoor(reference), Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().get("errors").findValuesAsText("field")).contains("receivedOn", "answer", "text");
    }

    @Test
    @Rule("12a.3")
    void new_allegations_go_back_to_the_force_as_new_and_are_not_decided() {
        String reference = workTo("CheckQuality", ONE);
        newAllegations.note(reference, "A second officer laughed at me.", "caseworker1");
        work(reference, facts(ONE), "RecordReply");

        assertThat(letter(reference, "N9").replaceAll("\\s+", " "))
                .contains("New allegation, not part of this complaint")
                .contains("A second officer laughed at me.");
        assertThat(letter(reference, "N8")).doesNotContain("laughed");
    }

    private void closeTheCase(String reference) {
        complete("manager", reference, "RecordLearning", Map.of("toGovernanceMeeting", false));
        complete("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));
    }

    private String replyDoor(String reference) {
        return "/recommendations/" + file(reference).get("recommendations").get(0).get("id").asText() + "/reply";
    }

    private Answer reply(String reference, String answer, String text) {
        return hand(reference, replyDoor(reference), Map.of(
                "receivedOn", now.today().toString(), "answer", answer, "text", text));
    }

    private String dueDay(String reference) {
        JsonNode made = file(reference).get("recommendations").get(0);
        return made.get("replyDueOn").asText();
    }
}
