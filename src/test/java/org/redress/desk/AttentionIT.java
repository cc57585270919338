package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.database.Locks;
import org.redress.review.AtTheDesk;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing ages unseen and nobody is told twice: what is late, untouched or risky is told, lifted and raised. */
class AttentionIT extends AtTheDesk {

    private static Coverage coverage;

    @Autowired
    private Locks locks;

    @Autowired
    private Attention attention;

    @Autowired
    private AttentionWatch watch;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("RaisedCase");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Test
    void a_target_that_comes_near_is_told_once_and_anew_when_the_day_moves() {
        String reference = workTo("DecideOutcome", "A22");
        LocalDate target = dueOn(reference, "DECISION_TARGET");
        claim(reference, "DecideOutcome");
        today(target.minusDays(7));
        attention.look(reference);
        assertThat(standing(reference)).doesNotContain("TARGET_NEAR");

        today(workingDaysBefore(target, 3));
        assertThat(watch.goRound()).isPositive();
        attention.look(reference);

        assertThat(standing(reference)).contains("TARGET_NEAR");
        assertThat(Collections.frequency(timeline(reference), NEAR)).isOne();
        assertThat(priority(reference, "DecideOutcome")).isBetween(75, 99);
        assertThat(casePage(reference)).contains("Needs attention", "The target day for the decision is near.", "Told the caseworker");
        assertThat(listed(reference)).contains(reference);

        letPass(reference, "DECISION_TARGET", "Timer_TargetPassed");
        attention.look(reference);
        assertThat(standing(reference)).contains("TARGET_PASSED").doesNotContain("TARGET_NEAR");
        assertThat(priority(reference, "DecideOutcome")).isEqualTo(100);
        LocalDate moved = target.plusDays(28);
        complete("manager", reference, "AgreeNewTarget", Map.of("newTargetOn", moved.toString(), "reason", "The papers came late."));
        attention.look(reference);
        assertThat(standing(reference)).doesNotContain("TARGET_PASSED");
        assertThat(priority(reference, "DecideOutcome")).isLessThan(100);

        today(workingDaysBefore(moved, 2));
        attention.look(reference);
        assertThat(timeline(reference).stream().filter(told -> told.contains("The target day for the decision is near")))
                .as("now told to the officers: meanwhile the case was raised for being open so long")
                .hasSize(2)
                .first()
                .asString()
                .contains("told to the reviews officers");
    }

    @Test
    void a_step_that_nobody_takes_is_told_to_the_officers_rises_to_the_manager_and_is_dropped_when_somebody_does_it() {
        String reference = workTo("TriageCase", "A22");
        LocalDate began = now.today();
        today(workingDaysAfter(began, 4));
        attention.look(reference);
        assertThat(standing(reference)).isEmpty();
        assertThat(listed(reference)).doesNotContain(reference + "</a>");

        today(workingDaysAfter(began, 5));
        attention.look(reference);
        assertThat(standing(reference)).containsExactly("STEP_UNTOUCHED");
        assertThat(listed(reference)).contains("Triage the case: Nobody has taken this step for a week.");
        assertThat(priority(reference, "TriageCase")).isEqualTo(70);
        assertThat(waiting(reference)).containsExactly("TriageCase");

        today(workingDaysAfter(began, 10));
        attention.look(reference);
        attention.look(reference);
        assertThat(standing(reference)).contains("STEP_LONG_UNTOUCHED");
        assertThat(waiting(reference)).containsExactly("TakeUpConcern", "TriageCase");
        assertThat(desk.waiting("officer1", reference)).isEmpty();
        assertThat(run(reference, "RaisedCase"))
                .isWaitingAtExactly("Task_TakeUpConcern")
                .task()
                .hasCandidateGroup("reviews-managers");
        Waiting concern = step("manager", reference, "TakeUpConcern");
        assertThat(shown("manager", concern).get("concernWords").get("value").asText())
                .contains("Triage the case: Nobody has taken this step for two weeks.");
        assertThat(taskDue("manager", concern)).isEqualTo(workingDaysAfter(began, 12));
        assertThat(inList("manager", "Raised to you")).contains(concern.id());
        assertThat(card("manager", reference)).contains("Nobody has taken this step for two weeks.");

        complete("caseworker1", reference, "TriageCase", Map.of());
        attention.look(reference);

        assertThat(waiting(reference)).containsOnly("AssessAllegation");
        assertThat(standing(reference)).isEmpty();
        assertThat(openClocks(reference)).doesNotContain("RAISED_CASE");
    }

    @Test
    void what_the_manager_answers_stands_on_the_case_page_and_is_not_raised_again() {
        String reference = apply(application("A22"));
        today(workingDaysAfter(now.today(), 10));
        attention.look(reference);
        Answer nothing = submit("manager", reference, "TakeUpConcern", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        complete(
                "manager",
                reference,
                "TakeUpConcern",
                Map.of("answer", "Caseworker 3 takes it today.", "allocateTo", "caseworker3"));

        attention.look(reference);
        today(now.today().plusDays(1));
        attention.look(reference);

        assertThat(waiting(reference)).containsExactly("AcknowledgeApplication");
        assertThat(casePage(reference)).contains("Caseworker 3 takes it today.", "Raised to the manager");
        assertThat(listed(reference)).doesNotContain("Nobody has taken this step for two weeks.");
        assertThat(timeline(reference)).contains("What was raised is taken up");
    }

    @Test
    void what_the_officers_leave_lying_rises_to_the_manager() {
        String reference = workTo("ConfirmFacts", "A22");
        repeatContact(reference);
        assertThat(waiting(reference)).contains("TakeUpConcern");
        claim(reference, "ConfirmFacts");

        today(workingDaysAfter(dueOn(reference, "RAISED_CASE"), 5));
        attention.look(reference);

        assertThat(standing(reference)).contains("DEADLINE_PASSED", "DEADLINE_LONG_PASSED");
        assertThat(Collections.frequency(waiting(reference), "TakeUpConcern")).isEqualTo(2);
        assertThat(desk.waiting("officer1", reference).stream().filter(step -> step.step().equals("TakeUpConcern")))
                .as("the officers' own")
                .hasSize(1);
    }

    @Test
    void repeated_contact_noted_on_the_case_page_is_raised_at_once_and_once() {
        String reference = workTo("ConfirmFacts", "A22");

        HttpResponse<String> empty = form("caseworker1", reference, "/repeat-contact", Map.of("text", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        repeatContact(reference);
        repeatContact(reference);

        assertThat(waiting(reference)).containsExactly("ConfirmFacts", "TakeUpConcern");
        JsonNode shown = shown("officer1", step("officer1", reference, "TakeUpConcern"));
        assertThat(shown.get("concernWords").get("value").asText()).contains("The applicant has been in contact repeatedly.");
        assertThat(inList("caseworker1", "Escalated and high risk"))
                .contains(step("caseworker1", reference, "ConfirmFacts").id());
        complete("officer1", reference, "TakeUpConcern", Map.of("answer", "I ring the applicant once a week."));

        work(reference, facts("A22"), "TriageCase");
        assertThat(shown("caseworker1", step("caseworker1", reference, "TriageCase")).get("repeatContact").get("value").asBoolean())
                .isTrue();
        attention.look(reference);
        assertThat(waiting(reference)).containsExactly("TriageCase");
    }

    @Test
    void a_case_that_has_been_open_for_long_is_raised_though_nobody_has_triaged_it() {
        String reference = workTo("ObtainPapers", "A22");
        LocalDate received = LocalDate.parse(application("A22").get("receivedAt").asText().substring(0, 10));
        today(received.plusDays(39));
        attention.look(reference);
        assertThat(standing(reference)).doesNotContain("RISK");

        today(received.plusDays(40));
        attention.look(reference);

        assertThat(standing(reference)).contains("RISK");
        assertThat(step("officer1", reference, "TakeUpConcern")).isNotNull();
        today(received.plusDays(90));
        attention.look(reference);
        assertThat(Collections.frequency(waiting(reference), "TakeUpConcern")).isEqualTo(2);
        assertThat(timeline(reference))
                .contains("Raised to the manager. Risk: The case has been open for 90 days or more.");
    }

    @Test
    void a_step_of_a_raised_case_may_not_wait_two_days() {
        String reference = workTo("TriageCase", "A22");
        complete("caseworker1", reference, "TriageCase", Map.of("mediaInterest", true));
        assertThat(inList("manager", "Escalated and high risk")).contains(step("manager", reference, "AgreeHandling").id());
        complete("manager", reference, "AgreeHandling", Map.of("handling", "Press line agreed."));
        assertThat(inList("caseworker1", "Escalated and high risk"))
                .contains(step("caseworker1", reference, "AssessAllegation").id());

        today(workingDaysAfter(now.today(), 2));
        attention.look(reference);

        assertThat(standing(reference)).contains("STEP_UNTOUCHED_HIGH_RISK");
        assertThat(step("officer1", reference, "TakeUpConcern")).isNotNull();
        // the steps after the review itself are in the list too
        work(reference, facts("A22"), "RecordLearning");
        assertThat(inList("manager", "Escalated and high risk"))
                .contains(step("manager", reference, "RecordLearning").id());
    }

    @Test
    void papers_that_are_overdue_are_told_and_papers_awaited_for_long_rise_however_often_they_were_chased() {
        String reference = workTo("ObtainPapers", "A01");
        LocalDate asked = now.today();
        attention.look(reference);
        assertThat(standing(reference)).isEmpty();

        letPass(reference, "PAPERS", "Timer_PapersOverdue");
        attention.look(reference);
        assertThat(standing(reference)).containsExactly("PAPERS_OVERDUE");
        assertThat(inList("caseworker1", "Late")).contains(step("caseworker1", reference, "ObtainPapers").id());

        // no day named: the usual number of working days counts, and the chase comes up again after it
        complete("caseworker1", reference, "ChasePapers", Map.of("chasedHow", "EMAIL"));
        LocalDate again = workingDaysAfter(now.today(), 5);
        assertThat(dueOn(reference, "PAPERS")).isEqualTo(again);
        attention.look(reference);
        assertThat(standing(reference)).isEmpty();
        letPass(reference, "PAPERS", "Timer_PapersOverdue");
        assertThat(waiting(reference)).contains("ChasePapers");

        today(workingDaysAfter(asked, 30));
        attention.look(reference);
        assertThat(standing(reference)).contains("PAPERS_LONG_AWAITED");
        assertThat(step("manager", reference, "TakeUpConcern")).isNotNull();
    }

    @Test
    void a_priority_rises_as_days_pass_and_nothing_else_happens() {
        String reference = workTo("ConfirmFacts", "A22");
        claim(reference, "ConfirmFacts");
        LocalDate due = dueOn(reference, "VALIDITY");
        today(workingDaysBefore(due, 4));
        attention.look(reference);
        assertThat(priority(reference, "ConfirmFacts")).isEqualTo(50);
        String task = step("caseworker1", reference, "ConfirmFacts").id();
        assertThat(inList("caseworker1", "Due within 3 working days")).doesNotContain(task);

        today(workingDaysBefore(due, 3));
        attention.look(reference);
        assertThat(priority(reference, "ConfirmFacts")).isEqualTo(75);
        assertThat(inList("caseworker1", "Due within 3 working days")).contains(task);
        assertThat(inList("caseworker1", "Late")).doesNotContain(task);

        today(due.plusDays(1));
        attention.look(reference);
        assertThat(priority(reference, "ConfirmFacts")).isEqualTo(100);
        assertThat(inList("caseworker1", "Late")).contains(task);
        assertThat(inList("caseworker1", "Due within 3 working days")).doesNotContain(task);
    }

    @Test
    void two_who_look_at_once_tell_once_and_raise_once() {
        String reference = apply(application("A22"));
        today(workingDaysAfter(now.today(), 10));
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> both = List.of(look(reference, start), look(reference, start), look(reference, start));

        start.countDown();
        both.forEach(CompletableFuture::join);

        assertThat(Collections.frequency(waiting(reference), "TakeUpConcern")).isOne();
        assertThat(timeline(reference).stream().filter(told -> told.contains("Nobody has taken this step for two weeks.")))
                .hasSize(1);
    }

    @Test
    void while_one_node_goes_round_another_leaves_it_alone() {
        Integer looked = new TransactionTemplate(transactions).execute(status -> {
            assertThat(locks.takeIfFree("the round of attention")).isTrue();
            return CompletableFuture.supplyAsync(watch::goRound).join();
        });

        assertThat(looked).isZero();
    }

    @Test
    void nothing_stands_about_a_case_that_is_closed_but_a_reply_that_is_owed_to_it_is_still_watched() {
        String reference = workTo("RecordReply", "A05");
        repeatContact(reference);
        complete("manager", reference, "RecordLearning", Map.of("toGovernanceMeeting", false));
        complete("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));
        assertThat(standing(reference)).isEmpty();
        assertThat(waiting(reference)).doesNotContain("TakeUpConcern");

        LocalDate due = dueOn(reference, "RECOMMENDATION_REPLY");
        today(workingDaysAfter(due, 5));
        watch.goRound();

        assertThat(standing(reference)).contains("DEADLINE_PASSED", "DEADLINE_LONG_PASSED");
        assertThat(step("manager", reference, "TakeUpConcern")).isNotNull();
    }

    @Test
    void a_conflict_that_comes_to_light_late_keeps_the_person_away_and_goes_to_the_manager() {
        String reference = workTo("DecideOutcome", "A22");
        Waiting decide = step("caseworker1", reference, "DecideOutcome");
        give(decide, "caseworker1");
        assertThat(form("caseworker1", reference, "/conflict", Map.of("who", "caseworker2", "why", "A neighbour."))
                        .statusCode())
                .as("a caseworker names nobody else")
                .isEqualTo(404);

        HttpResponse<String> said =
                form("caseworker1", reference, "/interest", Map.of("kind", "DECLARED", "reason", "A cousin of mine."));

        assertThat(said.statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases/" + reference.replace('/', '-')).statusCode())
                .isEqualTo(404);
        assertThat(desk.submit("caseworker1", decide, Map.of("outcome", "NOT_UPHELD", "outcomeReason", "-")).status())
                .isIn(403, 404);
        JsonNode concern = shown("manager", step("manager", reference, "TakeUpConcern"));
        assertThat(concern.get("concernWords").get("value").asText()).contains("before the conflict was known");
        assertThat(desk.get("manager", "/engine-rest/task/" + decide.id()).body().get("assignee").isNull()).isTrue();
    }

    @Test
    void an_officer_names_anybody_and_where_nobody_worked_on_it_the_manager_is_not_bothered() {
        String reference = workTo("ConfirmFacts", "A22");

        assertThat(form("officer1", reference, "/conflict", Map.of("who", "", "why", "")).statusCode()).isEqualTo(422);
        assertThat(form("officer1", reference, "/conflict", Map.of("who", "caseworker4", "why", "A friend.")).statusCode())
                .isEqualTo(302);

        assertThat(waiting(reference)).containsExactly("ConfirmFacts");
        assertThat(timeline(reference).get(0)).startsWith("Conflict of interest found;");
    }

    @Test
    void new_allegations_noted_at_any_step_go_to_the_force_and_hold_the_closing_until_they_have() {
        String reference = workTo("RecordLearning", "A22");
        assertThat(form("caseworker1", reference, "/new-allegations", Map.of("text", " ")).statusCode()).isEqualTo(422);
        form("caseworker1", reference, "/new-allegations", Map.of("text", "A second officer laughed at me."));
        form("caseworker1", reference, "/new-allegations", Map.of("text", "A second officer laughed at me."));
        assertThat(casePage(reference)).contains("Not with the force yet").containsOnlyOnce("A second officer laughed at me.");
        complete("manager", reference, "RecordLearning", Map.of("toGovernanceMeeting", false));
        Answer tooSoon = submit("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));
        assertThat(tooSoon.status()).isEqualTo(422);
        assertThat(tooSoon.body().get("message").asText()).contains("Pass it on from the case page first.");
        today(workingDaysAfter(now.today(), 5));
        attention.look(reference);
        assertThat(standing(reference)).contains("NEW_ALLEGATION_KEPT");

        assertThat(form("caseworker1", reference, "/new-allegations/1", Map.of("on", "tomorrow", "how", "")).statusCode())
                .isEqualTo(422);
        assertThat(form("caseworker1", reference, "/new-allegations/1", Map.of("on", now.today().toString(), "how", "EMAIL"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(casePage(reference)).contains("The force has it");
        assertThat(standing(reference)).doesNotContain("NEW_ALLEGATION_KEPT");
        complete("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void a_new_allegation_noted_while_the_letters_wait_for_approval_goes_with_them() {
        String reference = workTo("ApproveLetters", "A22");
        form("caseworker1", reference, "/new-allegations", Map.of("text", "My phone was never given back."));

        assertThat(letter(reference, "N9").replaceAll("\\s+", " ")).contains("My phone was never given back.");
        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));

        assertThat(casePage(reference)).contains("The force has it", "with the outcome letter");
    }

    private static final String NEAR =
            "Needs attention, told to the caseworker. Target for the decision: The target day for the decision is near.";

    private CompletableFuture<Void> look(String reference, CountDownLatch start) {
        return CompletableFuture.runAsync(() -> {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            attention.look(reference);
        });
    }

    private void repeatContact(String reference) {
        assertThat(form("caseworker1", reference, "/repeat-contact", Map.of("text", "The sixth call this week."))
                        .statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> form(String account, String reference, String page, Map<String, String> answers) {
        Visitor visitor = Visitor.signedIn(account, port);
        String path = "/cases/" + reference.replace('/', '-') + page;
        Map<String, String> all = new HashMap<>(answers);
        all.put("_csrf", Visitor.token(visitor.get("/cases").body()));
        return visitor.form(path, all);
    }

    private void claim(String reference, String step) {
        Waiting waiting = step("caseworker1", reference, step);
        Answer answer = desk.post(
                "caseworker1", "/engine-rest/task/" + waiting.id() + "/claim", Map.of("userId", "caseworker1"));
        assertThat(answer.status()).isEqualTo(204);
    }

    private List<String> standing(String reference) {
        return attention.standing(reference).stream().map(Attention.Concern::kind).toList();
    }

    private int priority(String reference, String step) {
        return desk.get("caseworker1", "/engine-rest/task/" + step("caseworker1", reference, step).id())
                .body()
                .get("priority")
                .asInt();
    }

    private String casePage(String reference) {
        return Visitor.signedIn("caseworker1", port).get("/cases/" + reference.replace('/', '-')).body();
    }

    private String listed(String reference) {
        return Visitor.signedIn("manager", port)
                .get("/cases?attention=true&search=" + reference.replace('/', '-'))
                .body();
    }

    private String card(String account, String reference) {
        return Visitor.signedIn(account, port)
                .get("/cases/cards?reference=" + reference.replace('/', '-'))
                .body();
    }

    /** The ids of the tasks in one of the lists that people find in Tasklist. */
    private List<String> inList(String account, String name) {
        for (JsonNode filter : desk.get(account, "/engine-rest/filter?resourceType=Task").body()) {
            if (filter.get("name").asText().equals(name)) {
                return desk.get(account, "/engine-rest/filter/" + filter.get("id").asText() + "/list?maxResults=5000")
                        .body()
                        .findValuesAsText("id");
            }
        }
        throw new AssertionError(account + " finds no list " + name);
    }

    private LocalDate workingDaysAfter(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left = isWorking(found) ? left - 1 : left) {
            found = found.plusDays(1);
        }
        return found;
    }

    private LocalDate workingDaysBefore(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            do {
                found = found.minusDays(1);
            } while (!isWorking(found));
        }
        return found;
    }

    private boolean isWorking(LocalDate day) {
        JsonNode next = desk.get("caseworker1", "/api/calendar/deadline?rule=P1&start=" + day.minusDays(1) + "&count=1").body();
        return next.get("date").asText().equals(day.toString());
    }
}
