package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.people.WorkBar;
import org.redress.record.RecordedAct;
import org.redress.testing.Caller;
import org.redress.testing.Desk;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A case that is restricted to named people is hidden from everybody else at every door, and counts nowhere. */
class RestrictedCaseIT extends AtTheDesk {

    private static final String REST = "/engine-rest";
    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<WorkBar> bars;

    private String reference;
    private Waiting step;

    @BeforeEach
    void a_case_at_its_facts() {
        reference = workTo("ConfirmFacts", "A01");
        step = step("caseworker1", reference, "ConfirmFacts");
        User second = identity.newUser("manager2");
        second.setFirstName("Owen");
        second.setLastName("Pryce");
        second.setPassword("manager2-demo");
        // the password of a demo account, which the rule for passwords would not take
        ((IdentityServiceImpl) identity).saveUser(second, true);
        identity.createMembership("manager2", "reviews-managers");
    }

    @AfterEach
    void the_second_manager_leaves() {
        identity.deleteUser("manager2");
    }

    @Test
    void its_steps_are_listed_and_counted_for_the_named_and_for_nobody_else_at_both_doors() {
        restrict("caseworker1");

        for (String other : List.of("caseworker2", "officer1", "manager2", "private-office")) {
            assertThat(lists(other)).as("lists of %s", other).allSatisfy((door, found) -> assertThat(found).doesNotContain(step.id()));
        }
        for (String named : List.of("caseworker1", "manager")) {
            assertThat(lists(named)).as("lists of %s", named).allSatisfy((door, found) -> assertThat(found).contains(step.id()));
        }
    }

    @Test
    void in_every_list_of_tasklist_the_count_is_what_the_list_holds() {
        String other = workTo("ConfirmFacts", "A02");
        restrict("caseworker1");

        for (String account : List.of("caseworker1", "caseworker2", "officer1", "manager", "manager2")) {
            for (Filter filter : filters.createTaskFilterQuery().list()) {
                Answer list = desk.get(account, REST + "/filter/" + filter.getId() + "/list");
                if (list.status() == 200) {
                    long count = desk.get(account, REST + "/filter/" + filter.getId() + "/count").body().get("count").asLong();
                    assertThat(count).as("%s of %s", filter.getName(), account).isEqualTo(list.body().size());
                }
            }
        }
        assertThat(desk.waiting("manager2", other)).isNotEmpty();
        assertThat(desk.waiting("manager2", reference)).isEmpty();
    }

    @Test
    void nothing_of_a_step_is_there_for_whoever_is_not_named() {
        restrict("caseworker1");

        for (String account : List.of("caseworker2", "manager2")) {
            Visitor visitor = Visitor.signedIn(account, port);
            for (String part : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
                assertThat(desk.get(account, REST + "/task/" + step.id() + part).status()).as(account + part).isEqualTo(404);
                assertThat(visitor.get(WEB + "/task/" + step.id() + part).statusCode()).as(account + part).isEqualTo(404);
            }
            assertThat(desk.get(account, REST + "/task/" + step.id().replace("-", "%2D")).status()).isEqualTo(404);
            assertThat(desk.post(account, REST + "/task/" + step.id() + "/claim", Map.of("userId", account)).status()).isEqualTo(404);
            assertThat(desk.submit(account, step, Map.of()).status()).isEqualTo(404);
        }
        assertThat(desk.post("manager2", REST + "/task/" + step.id() + "/assignee", Map.of("userId", "caseworker1")).status())
                .isEqualTo(404);
        for (String part : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
            assertThat(desk.get("caseworker1", REST + "/task/" + step.id() + part).status()).as(part).isEqualTo(200);
        }
    }

    @Test
    void cockpit_shows_its_procedures_jobs_and_history_to_the_named_manager_only() {
        String reference = workTo("RecordAnswer", "A31");
        this.reference = reference;
        Map<String, Long> open = seenInCockpit("manager2", reference);
        assertThat(open.get("instances")).isGreaterThan(1);
        assertThat(open.get("jobs")).isPositive();
        assertThat(open.get("tasks in history")).isPositive();
        assertThat(seenInCockpit("manager", reference)).isEqualTo(open);

        restrict("caseworker1");

        assertThat(seenInCockpit("manager", reference)).isEqualTo(open);
        assertThat(seenInCockpit("manager2", reference).values()).containsOnly(0L);
        for (String instance : instances()) {
            for (String part : List.of("", "/activity-instances")) {
                assertThat(desk.get("manager2", REST + "/process-instance/" + instance + part).status()).isEqualTo(404);
                assertThat(desk.get("manager", REST + "/process-instance/" + instance + part).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void cockpits_figures_are_what_each_persons_own_lists_hold() {
        String failed = tasks.createTaskQuery().taskId(step.id()).singleResult().getExecutionId();
        String incident = runtime.createIncident("trial", failed, null).getId();
        try {
            // a failure inside is told of the procedures around it too
            long incidents = runtime.createIncidentQuery().rootCauseIncidentId(incident).count();
            Map<String, Figures> named = figures("manager");
            Map<String, Figures> open = figures("manager2");

            restrict("caseworker1");

            assertThat(figures("manager")).isEqualTo(named);
            Map<String, Figures> others = figures("manager2");
            assertThat(others.values().stream().mapToLong(Figures::instances).sum())
                    .isEqualTo(open.values().stream().mapToLong(Figures::instances).sum() - instances().size());
            assertThat(others.values().stream().mapToLong(Figures::incidents).sum())
                    .isEqualTo(open.values().stream().mapToLong(Figures::incidents).sum() - incidents);
            for (String nobody : List.of("owner", "admin")) {
                assertThat(figures(nobody).values()).as(nobody).allMatch(new Figures(0, 0)::equals);
            }
        } finally {
            runtime.resolveIncident(incident);
        }
    }

    @Test
    void cockpits_diagrams_and_human_tasks_count_what_each_person_may_see() {
        Map<String, Long> named = seenAtDiagrams("manager");
        Map<String, Long> open = seenAtDiagrams("manager2");
        long forCaseworkers = open.get("waiting for caseworkers");

        restrict("caseworker1");

        assertThat(seenAtDiagrams("manager")).isEqualTo(named);
        Map<String, Long> others = seenAtDiagrams("manager2");
        assertThat(others.get("waiting for caseworkers")).isEqualTo(forCaseworkers - 1);
        assertThat(others.get("Task_ConfirmFacts")).isEqualTo(open.get("Task_ConfirmFacts") - 1);
        for (String nobody : List.of("owner", "admin")) {
            assertThat(seenAtDiagrams(nobody).values()).as(nobody).containsOnly(0L);
        }
    }

    @Test
    void a_list_sorted_by_its_figures_is_sorted_by_those_that_it_shows() {
        restrict("caseworker1");

        List<Long> shown = new ArrayList<>();
        Caller.json(Visitor.signedIn("manager2", port).get(COCKPIT + "?sortBy=instances&sortOrder=desc&firstResult=0&maxResults=50"))
                .forEach(line -> shown.add(line.get("instances").asLong()));

        assertThat(shown).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void steps_that_come_later_reach_the_named_people_of_their_group_only() {
        restrict("caseworker1", "officer2");

        complete("caseworker1", reference, "ConfirmFacts", answersFor(step));

        assertThat(waiting(reference)).containsExactly("DecideValidity");
        assertThat(desk.waiting("caseworker1", reference)).hasSize(1);
        assertThat(desk.waiting("manager", reference)).hasSize(1);
        assertThat(desk.waiting("officer2", reference)).isEmpty();
        assertThat(desk.waiting("caseworker2", reference)).isEmpty();
        assertThat(desk.waiting("manager2", reference)).isEmpty();
        Waiting next = step("caseworker1", reference, "DecideValidity");
        claim("caseworker1", next);
        assertThat(desk.post("caseworker1", REST + "/task/" + next.id() + "/unclaim", Map.of()).status()).isEqualTo(204);
        assertThat(desk.waiting("caseworker1", reference)).as("put back, it waits for the same people").hasSize(1);
        assertThat(desk.post("manager", REST + "/task/" + next.id() + "/assignee", Map.of("userId", "caseworker2")).status())
                .isEqualTo(403);
    }

    @Test
    void what_others_had_in_hand_goes_back_and_lifting_opens_it_to_the_groups_again() {
        claim("caseworker2", step);

        restrict("caseworker1");

        assertThat(tasks.createTaskQuery().taskId(step.id()).singleResult().getAssignee()).isNull();
        assertThat(desk.waiting("caseworker2", reference)).isEmpty();

        lift();

        for (String account : List.of("caseworker1", "caseworker2", "manager", "manager2")) {
            assertThat(desk.waiting(account, reference)).as(account).hasSize(1);
        }
        claim("caseworker2", step);
        assertThat(desk.waiting("officer1", reference)).isEmpty();
        assertThat(seenInCockpit("manager2", reference).get("instances")).isPositive();
    }

    @Test
    void whoever_joins_or_leaves_a_group_gains_and_loses_the_steps_of_it() {
        restrict("officer1");
        assertThat(desk.waiting("officer1", reference)).isEmpty();

        identity.createMembership("officer1", "caseworkers");
        try {
            assertThat(desk.waiting("officer1", reference)).hasSize(1);
        } finally {
            identity.deleteMembership("officer1", "caseworkers");
        }
        assertThat(desk.waiting("officer1", reference)).isEmpty();
    }

    @Test
    void a_step_born_in_a_transaction_that_began_before_the_restriction_reaches_the_named_only() {
        Job timer = updateTimer();

        transaction.executeWithoutResult(status -> {
            // this transaction has read the case while it was open to everybody
            assertThat(cases.get(reference).restricted()).isFalse();
            restrict("caseworker1");
            jobs.executeJob(timer.getId());
        });

        assertThat(waiting(reference)).contains("UpdateApplicant");
        seesTheUpdate("caseworker1", "manager");
        doesNotSeeTheUpdate("caseworker2", "officer1", "manager2");
    }

    @Test
    void whoever_is_not_named_is_kept_from_the_step_although_their_transaction_began_before_the_restriction() {
        transaction.executeWithoutResult(status -> {
            assertThat(cases.get(reference).restricted()).isFalse();
            restrict("caseworker1");

            assertThat(bars).anyMatch(bar -> bar.refusal(reference, "caseworker2").isPresent());
            assertThat(bars).noneMatch(bar -> bar.refusal(reference, "caseworker1").isPresent());
        });
    }

    @Test
    void a_restriction_waits_for_whoever_has_been_let_through_to_a_step() throws Exception {
        restrictedInTheMiddleOf(() -> assertThat(bars).noneMatch(bar -> bar.refusal(reference, "caseworker2").isPresent()));

        assertThat(bars).anyMatch(bar -> bar.refusal(reference, "caseworker2").isPresent());
    }

    @Test
    void a_restriction_waits_for_the_transaction_in_which_a_step_is_born_and_then_hides_the_step() throws Exception {
        Job timer = updateTimer();
        restrictedInTheMiddleOf(() -> jobs.executeJob(timer.getId()));

        seesTheUpdate("caseworker1", "manager");
        doesNotSeeTheUpdate("caseworker2", "officer1", "manager2");
    }

    /** Somebody restricts the case while a transaction goes on, has to wait for its end, and restricts it then. */
    private void restrictedInTheMiddleOf(Runnable work) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> restricted = transaction.execute(status -> {
                work.run();
                Future<?> waits = other.submit(() -> restrict("caseworker1"));
                await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaitsForTheRestriction);
                assertThat(waits.isDone()).isFalse();
                return waits;
            });
            restricted.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void a_manager_stays_among_the_named_unless_they_give_it_away_and_one_manager_always_stays() {
        Answer alone = desk.put("manager", address(reference) + "/restriction",
                Map.of("restricted", true, "allowed", List.of("caseworker1"), "givenAway", true, "reason", "I know the family."));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body().at("/errors/0/message").asText()).startsWith("Name at least one reviews manager");

        Answer away = desk.put("manager", address(reference) + "/restriction", Map.of(
                "restricted", true, "allowed", List.of("caseworker1", "manager2"), "givenAway", true, "reason", "I know the family."));
        assertThat(away.status()).isEqualTo(200);
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(404);
        assertThat(desk.waiting("manager", reference)).isEmpty();
        assertThat(desk.waiting("manager2", reference)).hasSize(1);

        Answer stranger = desk.put("manager2", address(reference) + "/restriction",
                Map.of("restricted", true, "allowed", List.of("owner"), "reason", "Anybody."));
        assertThat(stranger.body().at("/errors/0/message").asText()).startsWith("Gareth Penrose does not work on cases");
    }

    @Test
    void where_the_last_named_manager_leaves_the_others_take_their_place() {
        desk.put("manager", address(reference) + "/restriction",
                Map.of("restricted", true, "allowed", List.of("manager2"), "givenAway", true, "reason", "I know the family."));
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(404);

        identity.deleteUser("manager2");

        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(200);
        assertThat(desk.waiting("manager", reference)).hasSize(1);
        assertThat(acts.of(reference)).anySatisfy(act -> assertThat(act.ground())
                .isEqualTo("Owen Pryce has no account any more. No manager would be named, so all reviews managers are."));
    }

    @Test
    void every_look_is_told_once_a_day_and_every_refusal_each_time() {
        restrict("caseworker1");
        for (int round = 0; round < 3; round++) {
            desk.get("caseworker1", address(reference));
            desk.get("caseworker1", REST + "/task/" + step.id() + "/form-variables");
            desk.get("caseworker2", address(reference));
        }
        desk.get("caseworker2", REST + "/task/" + step.id());

        assertThat(told("VIEWED_RESTRICTED_CASE", "caseworker1")).containsExactly("Looked at a step’s form", "Looked at the case file");
        assertThat(told("REFUSED_SIGHT", "caseworker2")).hasSize(4).contains("Was refused the sight of the case file");

        today(now.today().plusDays(1));
        desk.get("caseworker1", address(reference));
        assertThat(told("VIEWED_RESTRICTED_CASE", "caseworker1")).hasSize(3);
    }

    @Test
    void a_later_application_about_the_same_complaint_does_not_name_it_to_the_others() {
        JsonNode again = application("A01");
        String first = apply(again);
        String second = apply(again);
        reference = first;
        restrict("caseworker1");

        for (String page : List.of("/cases/" + second.replace('/', '-'), "/cases/" + second.replace('/', '-') + "/record",
                "/cases?search=" + Desk.encoded(again.at("/complaint/forceReference").asText()))) {
            assertThat(Visitor.signedIn("caseworker2", port).get(page).body())
                    .as(page).contains(second).doesNotContain(first, first.replace('/', '-'), "Possible duplicate");
        }
        assertThat(desk.get("caseworker2", address(second)).body().get("possibleDuplicateOf").isNull()).isTrue();
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases/" + second.replace('/', '-')).body())
                .contains(first, "Possible duplicate");
        assertThat(desk.get("caseworker1", address(second)).body().get("possibleDuplicateOf").asText()).isEqualTo(first);
    }

    @Test
    void an_open_case_is_looked_at_without_a_word_on_the_record() {
        desk.get("caseworker1", address(reference));

        assertThat(told("VIEWED_RESTRICTED_CASE", "caseworker1")).isEmpty();
    }

    /** The timer that makes a step for the case by itself: telling the applicant how the review is going. */
    private Job updateTimer() {
        today(dueOn(reference, "PROGRESS_UPDATE"));
        return timer(reference, "Timer_UpdateAhead");
    }

    private boolean somebodyWaitsForTheRestriction() {
        return tables.queryForObject(
                        "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted",
                        Long.class)
                > 0;
    }

    private void seesTheUpdate(String... accounts) {
        for (String account : accounts) {
            assertThat(desk.waiting(account, reference)).as(account).extracting(Waiting::step).contains("UpdateApplicant");
        }
    }

    private void doesNotSeeTheUpdate(String... accounts) {
        for (String account : accounts) {
            assertThat(desk.waiting(account, reference)).as(account).isEmpty();
        }
        assertThat(seenInCockpit("manager2", reference).values()).containsOnly(0L);
    }

    private List<String> told(String action, String account) {
        return acts.of(reference).stream()
                .filter(act -> act.action().equals(action) && act.person().equals(account))
                .map(RecordedAct::summary)
                .toList();
    }

    private Map<String, String> lists(String account) {
        Visitor visitor = Visitor.signedIn(account, port);
        Caller caller = Caller.as(account, port);
        Map<String, String> lists = new java.util.TreeMap<>();
        lists.put("rest", caller.get(REST + "/task").body());
        lists.put("rest, posted", caller.post(REST + "/task", "{}").body());
        lists.put("web", visitor.get(WEB + "/task").body());
        long counted = Caller.json(caller.get(REST + "/task/count")).get("count").asLong();
        assertThat(counted).isEqualTo(Caller.json(caller.get(REST + "/task")).size());
        assertThat(Caller.json(caller.get(REST + "/task/count?processInstanceBusinessKey=" + Desk.encoded(reference)))
                        .get("count")
                        .asLong())
                .isEqualTo(desk.waiting(account, reference).size());
        return lists;
    }

    private Map<String, Long> seenInCockpit(String account, String reference) {
        List<String> ids = instances();
        String key = "businessKey=" + Desk.encoded(reference);
        String of = "processInstanceId=";
        long jobs = 0;
        long past = 0;
        for (String id : ids) {
            jobs += count(account, REST + "/job/count?" + of + id);
            past += Caller.json(Visitor.signedIn(account, port).get(WEB + "/history/task/count?" + of + id)).get("count").asLong();
        }
        JsonNode list = desk.get(account, REST + "/process-instance?" + key).body();
        long instances = count(account, REST + "/process-instance/count?" + key);
        assertThat(instances).isEqualTo(list.size());
        return Map.of("instances", instances, "jobs", jobs, "tasks in history", past);
    }

    /** What Cockpit shows of a procedure in all its versions. */
    private record Figures(long instances, long incidents) {}

    /** By procedure, as the list of procedures shows it; the dashboard and the lists behind must say the same. */
    private Map<String, Figures> figures(String account) {
        Visitor visitor = Visitor.signedIn(account, port);
        Map<String, Figures> list = new java.util.TreeMap<>();
        Caller.json(visitor.get(COCKPIT)).forEach(line -> list.put(
                line.get("key").asText(), new Figures(line.get("instances").asLong(), line.get("incidents").asLong())));
        Map<String, Figures> dashboard = new java.util.TreeMap<>();
        Caller.json(visitor.get(WEB + "/process-definition/statistics?incidents=true")).forEach(line -> {
            long incidents = 0;
            for (JsonNode kind : line.get("incidents")) {
                incidents += kind.get("incidentCount").asLong();
            }
            dashboard.merge(
                    line.at("/definition/key").asText(),
                    new Figures(line.get("instances").asLong(), incidents),
                    (one, other) -> new Figures(one.instances() + other.instances(), one.incidents() + other.incidents()));
        });
        assertThat(dashboard).as("dashboard and list of %s", account).isEqualTo(list);
        Answer running = desk.get(account, REST + "/process-instance/count");
        if (running.status() == 200) {
            assertThat(list.values().stream().mapToLong(Figures::instances).sum())
                    .isEqualTo(running.body().get("count").asLong());
        }
        return list;
    }

    /** The tokens on the diagram of the application's test, and the steps that wait for caseworkers. */
    private Map<String, Long> seenAtDiagrams(String account) {
        Visitor visitor = Visitor.signedIn(account, port);
        Map<String, Long> seen = new java.util.TreeMap<>(Map.of("waiting for caseworkers", 0L, "Task_ConfirmFacts", 0L));
        Caller.json(visitor.get(WEB + "/task/report/candidate-group-count")).forEach(line -> {
            if (line.get("groupName").asText().equals("caseworkers")) {
                seen.put("waiting for caseworkers", line.get("taskCount").asLong());
            }
        });
        String diagram = runtime.createProcessInstanceQuery().processInstanceId(
                        tasks.createTaskQuery().taskId(step.id()).singleResult().getProcessInstanceId())
                .singleResult()
                .getProcessDefinitionId();
        JsonNode tokens = Caller.json(visitor.get(WEB + "/process-definition/" + diagram + "/statistics"));
        if (tokens.isArray()) {
            tokens.forEach(token -> seen.put(token.get("id").asText(), token.get("instances").asLong()));
        }
        return seen;
    }

    private long count(String account, String path) {
        return desk.get(account, path).body().get("count").asLong();
    }

    private List<String> instances() {
        List<String> ids = new ArrayList<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().forEach(found -> ids.add(found.getId()));
        return ids;
    }

    private Map<String, Object> answersFor(Waiting waiting) {
        return new org.redress.testing.Colleagues(desk, now.today()).answers(waiting, facts("A01"));
    }

    private void claim(String account, Waiting waiting) {
        Answer answer = desk.post(account, REST + "/task/" + waiting.id() + "/claim", Map.of("userId", account));
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(204);
    }

    private void restrict(String... allowed) {
        Answer answer = desk.put("manager", address(reference) + "/restriction",
                Map.of("restricted", true, "allowed", List.of(allowed), "reason", "A witness is at risk."));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private void lift() {
        Answer answer = desk.put(
                "manager", address(reference) + "/restriction", Map.of("restricted", false, "reason", "The risk is over."));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }
}
