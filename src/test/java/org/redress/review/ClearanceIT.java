package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Note;
import org.redress.people.Allocation;
import org.redress.people.AllocationRefused;
import org.redress.people.Clearance;
import org.redress.people.ClearanceKind;
import org.redress.people.ClearanceRefused;
import org.redress.people.Clearances;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** New work goes only to those who are cleared; and work in hand goes back when a clearance lapses or an account goes. */
class ClearanceIT extends AtTheDesk {

    private static final String VETTING = "RECRUITMENT_VETTING";
    private static final String CHECK = "COUNTER_TERRORIST_CHECK";

    @Autowired
    private Clearances clearances;

    @Autowired
    private Allocation allocation;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    private String reference;
    private Waiting step;

    @BeforeEach
    void a_new_colleague_and_a_case() {
        User user = identity.newUser("caseworker5");
        user.setFirstName("Lena");
        user.setLastName("Fairweather");
        user.setPassword("caseworker5-demo");
        // the password of a demo account, which the rule for passwords would not take
        ((IdentityServiceImpl) identity).saveUser(user, true);
        identity.createMembership("caseworker5", "caseworkers");
        reference = workTo("ConfirmFacts", "A01");
        step = step("caseworker1", reference, "ConfirmFacts");
    }

    @AfterEach
    void the_colleague_leaves() {
        identity.deleteUser("caseworker5");
        tables.update("delete from app.clearance where account = 'caseworker5'");
    }

    @Test
    void the_numbers_are_data_with_their_provision_and_marked_as_unverified() {
        assertThat(clearances.kinds()).extracting(ClearanceKind::kind).containsExactly(VETTING, CHECK);
        assertThat(clearances.kinds()).allSatisfy(kind -> {
            assertThat(kind.years()).isEqualTo(10);
            assertThat(kind.provision()).startsWith("Job description");
            assertThat(kind.verified()).isFalse();
        });
        assertThat(Visitor.signedIn("manager", port).get("/staff").body()).contains("Check before relying on this");
    }

    @Test
    void whoever_is_not_cleared_is_not_offered_gets_no_case_and_claims_no_step() {
        assertThat(allocation.candidates(reference)).extracting(StaffMember::account).doesNotContain("caseworker5");
        assertThatThrownBy(() -> allocation.allocate(reference, "caseworker5", "officer1"))
                .isInstanceOf(AllocationRefused.class)
                .hasMessageContaining("Lena Fairweather gets no new work: Recruitment vetting is not on record.")
                .hasMessageContaining("Choose somebody else:");
        Answer claim = claim("caseworker5", 403);
        assertThat(claim.body().get("message").asText())
                .contains("Counter-terrorist check is not on record.").contains("could take it");

        grantBoth(now.today());

        assertThat(allocation.candidates(reference)).extracting(StaffMember::account).contains("caseworker5");
        claim("caseworker5", 204);
    }

    @Test
    void a_clearance_holds_until_the_day_before_its_tenth_anniversary_and_then_the_work_goes_back_with_a_note() {
        LocalDate first = now.today();
        grantBoth(first);
        claim("caseworker5", 204);
        allocation.allocate(reference, "caseworker5", "officer1");
        clearances.of("caseworker5")
                .forEach(clearance -> assertThat(clearance.validUntil()).isEqualTo(first.plusYears(10).minusDays(1)));
        // the day on which the first of two ends, told a year earlier
        clearances.grant("caseworker5", CHECK, first, first.plusYears(1), null, "manager");

        assertThat(clearances.of("caseworker5").get(1).state()).isEqualTo(Clearance.State.VALID);
        letTheUnclearedGoOn(first.plusYears(1));
        assertThat(holder()).isEqualTo("caseworker5");

        letTheUnclearedGoOn(first.plusYears(1).plusDays(1));

        assertThat(holder()).isNull();
        assertThat(allocation.caseworkerOf(reference)).isEmpty();
        assertThat(cases.notes(reference)).extracting(Note::text).anySatisfy(text -> assertThat(text)
                .startsWith("The step “Confirm the facts” went back to its group. Lena Fairweather gets no new work:")
                .contains("Counter-terrorist check held until"));
    }

    @Test
    void a_clearance_that_is_withdrawn_takes_the_work_away_at_once() {
        grantBoth(now.today());
        claim("caseworker5", 204);

        clearances.withdraw("caseworker5", VETTING, "Under review by the vetting unit.", "manager");

        assertThat(holder()).isNull();
        assertThat(clearances.isCleared("caseworker5")).isFalse();
    }

    @Test
    void the_check_comes_after_the_vetting_and_impossible_days_are_refused_with_words() {
        LocalDate today = now.today();

        assertThatThrownBy(() -> clearances.grant("caseworker5", CHECK, today, null, null, "manager"))
                .isInstanceOf(ClearanceRefused.class).hasMessageContaining("Recruitment vetting comes first");
        assertThatThrownBy(() -> clearances.grant("caseworker5", VETTING, today.plusDays(1), null, null, "manager"))
                .hasMessageContaining("cannot lie in the future");
        assertThatThrownBy(() -> clearances.grant("caseworker5", VETTING, today, today.plusYears(10), null, "manager"))
                .hasMessageContaining("10 years on");
        assertThatThrownBy(() -> clearances.withdraw("caseworker5", VETTING, " ", "manager"))
                .hasMessage("Say why the clearance is withdrawn.");
    }

    @Test
    void a_manager_records_it_on_the_page_and_nobody_else_finds_the_page() {
        Visitor manager = Visitor.signedIn("manager", port);
        String shown = manager.get("/staff/caseworker5").body();
        LocalDate from = now.today();
        Map<String, String> entry = Map.of("kind", VETTING, "fromDay", "" + from.getDayOfMonth(),
                "fromMonth", "" + from.getMonthValue(), "fromYear", "" + from.getYear());

        assertThat(manager.submit(shown, "/staff/caseworker5/clearance", Map.of("fromDay", "31", "fromMonth", "2", "fromYear", "2026"))
                        .body())
                .contains("Enter a real day").contains("value=\"31\"");
        assertThat(manager.submit(shown, "/staff/caseworker5/clearance", entry).statusCode()).isEqualTo(302);

        assertThat(clearances.of("caseworker5").get(0).state()).isEqualTo(Clearance.State.VALID);
        for (String other : java.util.List.of("caseworker1", "officer1", "owner", "admin")) {
            assertThat(Visitor.signedIn(other, port).get("/staff").statusCode()).as(other).isEqualTo(404);
        }
        assertThat(manager.get("/staff/owner").statusCode()).isEqualTo(404);
    }

    @Test
    void a_house_that_has_not_applied_the_rule_works_without_clearances() {
        Map<String, Object> rule = tables.queryForMap("select * from app.clearance_rule");
        tables.update("delete from app.clearance_rule");
        try {
            claim("caseworker5", 204);
            assertThat(Visitor.signedIn("manager", port).get("/staff").body()).contains("Nobody is held to this yet");

            clearances.apply("manager");

            assertThat(holder()).as("from now on it counts").isNull();
        } finally {
            tables.update("delete from app.clearance_rule");
            tables.update("insert into app.clearance_rule (applied_at, applied_by) values (?, ?)",
                    rule.get("applied_at"), rule.get("applied_by"));
        }
    }

    @Test
    void the_steps_of_a_leaver_go_back_to_the_group_and_the_record_keeps_the_name() {
        grantBoth(now.today());
        claim("caseworker5", 204);
        allocation.allocate(reference, "caseworker5", "officer1");

        identity.deleteUser("caseworker5");

        assertThat(holder()).isNull();
        assertThat(desk.waiting("caseworker2", reference)).hasSize(1);
        assertThat(allocation.caseworkerOf(reference)).isEmpty();
        assertThat(allocation.history(reference)).extracting(held -> held.account()).containsExactly("caseworker5");
        assertThat(cases.notes(reference)).extracting(Note::text)
                .contains("The step “Confirm the facts” went back to its group. Lena Fairweather has no account any more.");
        assertThat(staff.nameOf("caseworker5")).as("the record shows people by name").isEqualTo("Lena Fairweather");
    }

    /** What the schedule does every few minutes, on a day. */
    private void letTheUnclearedGoOn(LocalDate day) {
        today(day);
        clearances.lookAgain();
    }

    private void grantBoth(LocalDate from) {
        clearances.grant("caseworker5", VETTING, from, null, null, "manager");
        clearances.grant("caseworker5", CHECK, from, null, null, "manager");
    }

    private String holder() {
        return tasks.createTaskQuery().taskId(step.id()).singleResult().getAssignee();
    }

    private Answer claim(String account, int expected) {
        Answer answer = desk.post(account, "/engine-rest/task/" + step.id() + "/claim", Map.of("userId", account));
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(expected);
        return answer;
    }
}
