package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.NamedConflicts;
import org.redress.people.Allocation;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.people.StaffAddresses;
import org.redress.record.RecordedAct;
import org.redress.review.AtTheDesk;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has an interest in a case, had a part in the complaint or lives with somebody on it keeps away from it. */
class ConflictIT extends AtTheDesk {

    @Autowired
    private Conflicts conflicts;

    @Autowired
    private Allocation allocation;

    @Autowired
    private StaffAddresses addresses;

    @Autowired
    private TaskService tasks;

    @Autowired
    private NamedConflicts named;

    @Autowired
    private org.redress.people.StepsInHand inHand;

    @Autowired
    private IdentityService identity;

    @AfterEach
    void nobodys_address_is_held() {
        addresses.forget("caseworker3");
    }

    @Test
    void whoever_declares_an_interest_loses_the_case_and_the_step_and_the_sight_of_both_at_once() {
        String reference = workTo("ConfirmFacts", "A01");
        Waiting step = step("caseworker3", reference, "ConfirmFacts");
        allocation.allocate(reference, "caseworker3", "officer1");
        claim("caseworker3", step, 204);

        Visitor visitor = Visitor.signedIn("caseworker3", port);
        String page = "/cases/" + reference.replace('/', '-') + "/interest";
        var empty = visitor.form(page, Map.of("_csrf", Visitor.token(visitor.get(page).body())));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Select what your interest is").contains("Say what it is about");
        var told = visitor.form(page, Map.of(
                "kind", "HANDLED_FOR_FORCE", "reason", "I logged it at the station.", "_csrf", Visitor.token(empty.body())));
        assertThat(told.headers().firstValue("Location").orElseThrow()).endsWith("/cases");

        assertThat(visitor.get(page).statusCode()).isEqualTo(404);
        assertThat(desk.get("caseworker3", address(reference)).status()).isEqualTo(404);
        assertThat(allocation.caseworkerOf(reference)).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(step.id()).singleResult().getAssignee()).isNull();
        claim("caseworker3", step, 404);
        assertThat(desk.waiting("caseworker3", reference)).isEmpty();
        assertThat(desk.get("caseworker3", "/engine-rest/task/" + step.id() + "/form-variables").status()).isEqualTo(404);
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases/" + reference.replace('/', '-')).body())
                .contains("Dealt with the complaint for the force").contains("I logged it at the station.");
    }

    @Test
    void a_managers_override_needs_reasons_and_shows_on_the_case_page() {
        String reference = workTo("ConfirmFacts", "A01");
        conflicts.declare(reference, "caseworker3", ConflictKind.ADVISED, "I answered a question on the phone.");
        String page = "/cases/" + reference.replace('/', '-');
        Visitor manager = Visitor.signedIn("manager", port);
        String shown = manager.get(page + "/conflicts").body();

        assertThat(manager.submit(shown, page + "/conflicts", Map.of("account", "caseworker3")).body())
                .contains("Say why this person may work on the case after all");
        assertThat(Visitor.signedIn("caseworker1", port).get(page + "/conflicts").statusCode()).isEqualTo(404);
        manager.submit(shown, page + "/conflicts", Map.of("account", "caseworker3", "reason", "A general question only."));

        assertThat(manager.get(page).body()).contains("Conflicts set aside").contains("A general question only.");
        assertThat(acts.of(reference)).extracting(RecordedAct::action).contains("DECLARED_INTEREST", "OVERRODE_CONFLICT");
        claim("caseworker3", step("caseworker3", reference, "ConfirmFacts"), 204);
    }

    @Test
    void the_same_surname_and_address_keep_away_until_a_manager_has_looked() {
        addresses.record("caseworker3", "Flat 2\n8 Acre Lane\nLondon SW2 5SG", "manager");
        String reference = apply(from("Vikram NAIR", "8 Acre Lane", "London", "sw2 5sg"));

        assertThat(conflicts.barred(reference)).hasSize(1).allSatisfy(bar -> {
            assertThat(bar.account()).isEqualTo("caseworker3");
            assertThat(bar.kind()).isEqualTo(ConflictKind.SAME_HOUSEHOLD);
            assertThat(bar.reason()).isEqualTo("Same surname and address as the applicant");
        });
        assertThat(desk.get("caseworker3", address(reference)).status()).isEqualTo(404);

        conflicts.lift(reference, "caseworker3", "A common name; nobody knows the other.", "manager");
        addresses.record("caseworker3", "8 Acre Lane, London SW2 5SG", "manager");
        assertThat(conflicts.isBarred(reference, "caseworker3")).as("a manager has looked").isFalse();
    }

    @Test
    void an_address_that_becomes_known_later_is_compared_with_the_open_cases() {
        String reference = apply(from("Vikram Nair", "8 Acre Lane", "London", "SW2 5SG"));
        assertThat(conflicts.barred(reference)).isEmpty();

        addresses.record("caseworker3", "8 Acre Lane, London SW2 5SG", "manager");

        assertThat(conflicts.isBarred(reference, "caseworker3")).isTrue();
    }

    @Test
    void the_same_surname_alone_bars_nobody_but_is_told_to_whoever_checks() {
        String reference = apply(from("Vikram Nair", "1 High Street", "Leeds", "LS1 1AA"));

        assertThat(conflicts.barred(reference)).isEmpty();
        work(reference, facts("A01"), "CheckConflicts");
        assertThat(shown("officer1", step("officer1", reference, "CheckConflicts")).at("/sameSurnameWords/value").asText())
                .contains("Priya Nair");
        assertThat(Visitor.signedIn("officer1", port).get("/cases/" + reference.replace('/', '-')).body())
                .contains("Same surname as somebody on the case");
    }

    @Test
    void of_two_who_claim_one_step_at_once_one_has_it_and_the_other_is_told() throws Exception {
        String reference = workTo("ConfirmFacts", "A01");
        Waiting step = step("caseworker1", reference, "ConfirmFacts");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> tries = Stream.of("caseworker1", "caseworker2")
                    .map(account -> two.submit(() -> {
                        together.await();
                        return desk.post(account, "/engine-rest/task/" + step.id() + "/claim", Map.of("userId", account)).status();
                    }))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).contains(204).anyMatch(status -> status == 403 || status == 409);
        } finally {
            two.shutdownNow();
        }
        assertThat(tasks.createTaskQuery().taskId(step.id()).singleResult().getAssignee()).isIn("caseworker1", "caseworker2");
    }

    @Test
    void whoever_declares_an_interest_gives_the_step_to_the_next_person_in_the_same_act_and_can_do_nothing_to_it_afterwards() {
        String reference = workTo("ConfirmFacts", "A01");
        Waiting step = step("caseworker3", reference, "ConfirmFacts");
        claim("caseworker3", step, 204);
        String next = inHand.of(reference, "caseworker3").get(0).next().get(0).account();
        Visitor visitor = Visitor.signedIn("caseworker3", port);
        String page = "/cases/" + reference.replace('/', '-') + "/interest";
        String shown = visitor.get(page).body();
        assertThat(shown).contains("Who takes over").contains("could take it").contains(step.id() + " " + next);

        Map<String, String> stranger = Map.of("kind", "DECLARED", "reason", "A cousin.", "next", step.id() + " officer1");
        assertThat(visitor.submit(shown, page, stranger).body()).contains("may not take");
        assertThat(conflicts.isBarred(reference, "caseworker3")).as("refused as a whole").isFalse();
        shown = visitor.get(page).body();
        Map<String, String> typed = Map.of("kind", "DECLARED", "reason", "A cousin.", "next", step.id() + " " + next);
        assertThat(visitor.submit(shown, page, typed).statusCode()).isEqualTo(302);

        assertThat(tasks.createTaskQuery().taskId(step.id()).singleResult().getAssignee()).isEqualTo(next);
        assertThat(conflicts.isBarred(reference, "caseworker3")).isTrue();
        assertThat(desk.post("caseworker3", "/engine-rest/task/" + step.id() + "/unclaim", Map.of()).status()).isEqualTo(404);
        assertThat(acts.of(reference)).extracting(RecordedAct::action).contains("HANDED_OVER_STEP", "DECLARED_INTEREST");
    }

    @Test
    void a_conflict_of_the_last_manager_waits_for_a_second_person_who_is_neither_of_the_two() {
        String reference = workTo("ConfirmFacts", "A01");
        String page = "/cases/" + reference.replace('/', '-') + "/conflict";
        Visitor officer = Visitor.signedIn("officer1", port);
        officer.submit(officer.get(page).body(), page, Map.of("who", "manager", "why", "A cousin of the applicant."));

        assertThat(conflicts.isBarred(reference, "manager")).isFalse();
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(200);
        assertThat(officer.get(page).body()).contains("Waits for a second person", "Nothing is hidden until", "Marcus Lindqvist")
                .doesNotContain("Yes: keep them away now");
        assertThat(officer.get("/cases/" + reference.replace('/', '-')).body()).contains("Waits for a second person");
        assertThat(named.name(reference, "manager", "I say it again.", "officer1")).as("the same person is no second").isFalse();
        long id = named.waiting(reference).get(0).id();
        for (String one : List.of("officer1", "manager")) {
            Visitor visitor = Visitor.signedIn(one, port);
            assertThat(visitor.form(page + "/" + id, Map.of("answer", "confirm", "_csrf", Visitor.token(visitor.get(page).body())))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(conflicts.isBarred(reference, "manager")).isFalse();
        assertThat(step("officer2", reference, "TakeUpConcern")).isNotNull();

        Visitor second = Visitor.signedIn("officer2", port);
        Map<String, String> yes = Map.of("answer", "confirm");
        assertThat(second.submit(second.get(page).body(), page + "/" + id, yes).statusCode()).isEqualTo(302);

        assertThat(conflicts.isBarred(reference, "manager")).isTrue();
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(404);
        assertThat(desk.waiting("manager", reference)).isEmpty();
        assertThat(acts.of(reference)).anySatisfy(act -> {
            assertThat(act.action()).isEqualTo("CONFIRMED_CONFLICT");
            assertThat(act.person()).isEqualTo("officer2");
        });
        assertThat(acts.of(reference)).anySatisfy(act -> assertThat(act.summary()).contains("No reviews manager sees this case any more"));
    }

    @Test
    void whoever_named_it_takes_it_back_and_the_last_manager_stays() {
        String reference = workTo("ConfirmFacts", "A01");
        assertThat(named.name(reference, "manager", "A cousin.", "officer1")).isFalse();
        long id = named.waiting(reference).get(0).id();

        assertThat(named.refuse(reference, id, "It was another family.", "officer1")).isTrue();

        assertThat(named.waiting(reference)).isEmpty();
        assertThat(named.confirm(reference, id, "officer2")).as("answered already").isFalse();
        assertThat(conflicts.isBarred(reference, "manager")).isFalse();
    }

    @Test
    void the_last_manager_is_warned_before_they_declare_an_interest_and_it_counts_at_once() {
        String reference = workTo("ConfirmFacts", "A01");
        Visitor manager = Visitor.signedIn("manager", port);
        String page = "/cases/" + reference.replace('/', '-') + "/interest";
        String shown = manager.get(page).body();
        assertThat(shown).contains("You are the last reviews manager who sees this case");

        manager.submit(shown, page, Map.of("kind", "DECLARED", "reason", "A cousin."));

        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(404);
        assertThat(shown("officer1", step("officer1", reference, "TakeUpConcern")).get("concernWords").get("value").asText())
                .contains("No reviews manager sees this case any more").contains("Ask an administrator");
    }

    @Test
    void of_two_who_name_the_last_two_managers_at_once_one_waits_for_a_second_person() throws Exception {
        String reference = workTo("ConfirmFacts", "A01");
        identity.createMembership("caseworker4", "reviews-managers");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Map<String, String> byWhom = Map.of("officer1", "manager", "officer2", "caseworker4");
            List<Future<Boolean>> tries = byWhom.entrySet().stream()
                    .map(one -> two.submit(() -> {
                        together.await();
                        return named.name(reference, one.getValue(), "A cousin.", one.getKey());
                    }))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(conflicts.isBarred(reference, "manager")).isNotEqualTo(conflicts.isBarred(reference, "caseworker4"));
            assertThat(named.waiting(reference)).hasSize(1);
        } finally {
            two.shutdownNow();
            identity.deleteMembership("caseworker4", "reviews-managers");
        }
    }

    private ObjectNode from(String name, String... address) {
        ObjectNode application = application("A01");
        ObjectNode applicant = (ObjectNode) application.get("applicant");
        applicant.put("fullName", name);
        applicant.putNull("complainantName");
        var lines = applicant.putArray("postalAddress");
        for (String line : address) {
            lines.add(line);
        }
        return application;
    }

    private Answer claim(String account, Waiting step, int expected) {
        Answer answer = desk.post(account, "/engine-rest/task/" + step.id() + "/claim", Map.of("userId", account));
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(expected);
        return answer;
    }
}
