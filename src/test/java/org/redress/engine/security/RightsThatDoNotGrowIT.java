package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Managers have one right on all cases, and from just those that are hidden it is taken again. */
@RedressTest
class RightsThatDoNotGrowIT {

    private static final String APPLICATION = """
            {"channel": "EMAIL", "receivedAt": "2026-03-02T09:14:00Z", "applicant": {"fullName": "One of Many",
             "email": "many@example.org", "preferredContact": "EMAIL", "isComplainant": true}}
            """;

    private final JdbcTemplate database;
    private final CaseFiles cases;
    private final CaseRightsSettled settled;
    private final HistoryService history;
    private final IdentityService identity;

    @LocalServerPort
    private int port;

    @Autowired
    RightsThatDoNotGrowIT(JdbcTemplate database, CaseFiles cases, CaseRightsSettled settled, ProcessEngine engine) {
        this.database = database;
        this.cases = cases;
        this.settled = settled;
        this.history = engine.getHistoryService();
        this.identity = engine.getIdentityService();
    }

    @Test
    void a_case_adds_rights_on_its_open_steps_for_those_to_whom_they_are_offered_and_no_others() {
        String reference = newCase();

        assertThat(rights(reference, 8)).isEmpty();
        assertThat(rights(reference, 20)).isEmpty();
        assertThat(rights(reference, 7)).containsExactly("1 caseworkers");
        assertThat(seen("manager", reference)).containsExactly(1L, 1L);
        assertThat(seen("caseworker1", reference).get(0)).isOne();
    }

    @Test
    void a_hidden_case_is_taken_out_of_the_right_on_all_and_comes_back_when_it_is_open_again() {
        String reference = newCase();
        restrict(reference, true);

        assertThat(rights(reference, 20)).containsExactly("2 reviews-managers");
        assertThat(seen("manager", reference)).containsExactly(0L, 0L);
        assertThat(seen("caseworker1", reference).get(0)).isZero();
        assertThat(seen("caseworker4", reference).get(0)).isOne();

        restrict(reference, false);
        assertThat(rights(reference, 8)).isEmpty();
        assertThat(rights(reference, 20)).isEmpty();
        assertThat(seen("manager", reference)).containsExactly(1L, 1L);
    }

    @Test
    void in_a_house_of_before_what_is_hidden_stays_hidden_and_the_rights_of_managers_one_by_one_go() {
        String hidden = newCase();
        restrict(hidden, true);
        database.update("delete from act_ru_authorization where type_ = 2 and resource_id_ in"
                + " (select id_ from act_hi_procinst where business_key_ = ?)", hidden);
        assertThat(seen("manager", hidden).get(1)).as("without it the right on all would count").isOne();
        String open = newCase();
        database.update("insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)"
                + " select id_ || kind, 1, 1, 'reviews-managers', kind, id_, 2 from act_hi_procinst, (values (8), (20)) as kinds (kind)"
                + " where business_key_ = ?", open);

        settled.setUp();

        assertThat(seen("manager", hidden)).containsExactly(0L, 0L);
        assertThat(seen("manager", open)).containsExactly(1L, 1L);
        assertThat(rights(open, 8)).isEmpty();
        assertThat(rights(open, 20)).isEmpty();
        assertThat(settled.order()).as("before the right on all").isLessThan(new EngineRightsAtStart(null, null).order());
    }

    @Test
    void whoever_looks_back_on_cases_does_not_read_what_was_done_to_accounts() {
        assertThat(Caller.as("admin", port)
                        .post("/engine-rest/user/create", "{\"profile\":{\"id\":\"looked-for\",\"firstName\":\"New\",\"lastName\":\"Colleague\"},"
                                + "\"credentials\":{\"password\":\"kettle spanner otter\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(history.createUserOperationLogQuery().entityType("User").count()).isPositive();

        identity.setAuthentication("manager", List.of("reviews-managers"));
        try {
            assertThat(history.createHistoricProcessInstanceQuery().count()).isPositive();
            assertThat(history.createUserOperationLogQuery().entityType("User").count()).isZero();
        } finally {
            identity.clearAuthentication();
            identity.deleteUser("looked-for");
        }
    }

    /** How many steps and how many instances of a case somebody's lists hold; only managers ask for instances. */
    private List<Long> seen(String account, String reference) {
        Caller person = Caller.as(account, port);
        return List.of(
                count(person, "/task/count", "processInstanceBusinessKey", reference),
                account.equals("manager") ? count(person, "/process-instance/count", "businessKey", reference) : 0);
    }

    private static long count(Caller person, String door, String by, String reference) {
        return Caller.json(person.post("/engine-rest" + door, "{\"%s\":\"%s\"}".formatted(by, reference))).get("count").asLong();
    }

    /** Leaves out that the managers of the trial kind, which only tests have, are kept from cases of the review. */
    private List<String> rights(String reference, int kind) {
        return database.queryForList(
                "select a.type_ || ' ' || coalesce(a.group_id_, a.user_id_) from act_ru_authorization a where a.resource_type_ = ?"
                        + " and coalesce(a.group_id_, '') <> 'trial-chairs'"
                        + " and a.resource_id_ in (select id_ from act_hi_procinst where business_key_ = ?"
                        + " union select t.id_ from act_ru_task t join act_hi_procinst i on i.id_ = t.proc_inst_id_ where i.business_key_ = ?)"
                        + " order by 1",
                String.class, kind, reference, reference);
    }

    private void restrict(String reference, boolean restricted) {
        cases.restrict(reference, restricted, restricted ? Set.of("caseworker4") : Set.of(), "A witness is at risk.", "manager2");
    }

    private String newCase() {
        return Caller.json(Caller.as("intake", port).post("/api/applications", APPLICATION)).get("reference").asText();
    }
}
