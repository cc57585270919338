package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.people.Allocation;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.people.StaffAddresses;
import org.redress.record.RecordedAct;
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
