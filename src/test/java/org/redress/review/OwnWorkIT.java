package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever made a decision tries to check it, in each way there is. */
@ExtendWith(OutputCaptureExtension.class)
class OwnWorkIT extends AtTheDesk {

    private static final Map<String, Object> SOUND = Map.of("sound", "YES");

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    private String reference;
    private Waiting check;

    @BeforeEach
    void officer1_has_decided() {
        reference = workTo("DecideOutcome", "A22");
        give(step("manager", reference, "DecideOutcome"), "officer1");
        complete("officer1", reference, "DecideOutcome",
                Map.of("outcome", "NOT_UPHELD", "outcomeReason", "The minute shows that the panel was told."));
        check = step("officer1", reference, "CheckQuality");
    }

    @Test
    void with_the_same_sign_in_over_tasklists_own_doors() {
        Visitor officer = Visitor.signedIn("officer1", port);
        officer.get("/camunda/app/tasklist/default/");
        String token = officer.cookie("XSRF-TOKEN").orElseThrow();
        String door = "/camunda/api/engine/engine/default/task/" + check.id();

        String claim = officer.json("POST", door + "/claim", "{\"userId\":\"officer1\"}", "X-XSRF-TOKEN", token).body();
        String submit = officer.json("POST", door + "/submit-form", "{\"variables\":{\"sound\":{\"value\":\"YES\"}}}", "X-XSRF-TOKEN", token)
                .body();

        assertThat(claim).contains("Whoever made the decision does not check it").contains("could take it");
        assertThat(submit).contains("Whoever made the decision does not check it");
        assertStillWaits();
    }

    @Test
    void through_a_deputy_who_has_the_step_in_hand() {
        give(check, "officer2");

        Answer instead = desk.submit("officer1", check, SOUND);
        Answer delegated = desk.post("officer2", "/engine-rest/task/" + check.id() + "/delegate", Map.of("userId", "officer1"));

        assertThat(instead.status()).isEqualTo(403);
        assertThat(instead.body().get("type").asText()).isEqualTo("StepNotYours");
        assertThat(delegated.status()).isEqualTo(403);
        assertStillWaits();
    }

    @Test
    void by_having_a_manager_give_it_to_them_and_the_manager_hears_who_could_take_it() {
        Answer given = desk.post("manager", "/engine-rest/task/" + check.id() + "/assignee", Map.of("userId", "officer1"));

        assertThat(given.status()).isEqualTo(403);
        assertThat(given.body().get("message").asText())
                .startsWith("Whoever made the decision does not check it. Somebody else must.")
                .contains(" could take it: of those who may, they have the fewest steps in hand.")
                .doesNotContain("Helen Adeyemi");
        assertStillWaits();
    }

    @Test
    void over_rest(CapturedOutput log) {
        assertThat(desk.post("officer1", "/engine-rest/task/" + check.id() + "/claim", Map.of("userId", "officer1")).status())
                .isEqualTo(403);
        assertThat(desk.submit("officer1", check, SOUND).status()).isEqualTo(403);
        assertThat(desk.post("officer1", "/engine-rest/task/" + check.id() + "/complete", Map.of()).status()).isEqualTo(403);
        assertStillWaits();
        assertThat(log).as("a refusal is no failure of the engine").doesNotContain("ENGINE-16004");
    }

    @Test
    void in_a_new_role() {
        identity.createMembership("officer1", "reviews-managers");
        try {
            assertThat(desk.post("officer1", "/engine-rest/task/" + check.id() + "/claim", Map.of("userId", "officer1")).status())
                    .isEqualTo(403);
            assertThat(desk.post("officer1", "/engine-rest/task/" + check.id() + "/assignee", Map.of("userId", "officer1")).status())
                    .isEqualTo(403);
            assertThat(desk.submit("officer1", check, SOUND).status()).isEqualTo(403);
        } finally {
            identity.deleteMembership("officer1", "reviews-managers");
        }
        assertStillWaits();
    }

    @Test
    void after_the_checker_has_put_it_back() {
        assertThat(desk.post("officer2", "/engine-rest/task/" + check.id() + "/claim", Map.of("userId", "officer2")).status())
                .isEqualTo(204);
        assertThat(desk.post("officer2", "/engine-rest/task/" + check.id() + "/unclaim", Map.of()).status()).isEqualTo(204);

        assertThat(desk.submit("officer1", check, SOUND).status()).isEqualTo(403);
        assertThat(desk.post("officer1", "/engine-rest/task/" + check.id() + "/claim", Map.of("userId", "officer1")).status())
                .isEqualTo(403);
        assertStillWaits();
    }

    @Test
    void somebody_else_of_the_group_checks_it() {
        complete("officer2", reference, "CheckQuality", SOUND);

        assertThat(waiting(reference)).containsExactly("ApproveLetters");
    }

    private void assertStillWaits() {
        assertThat(waiting(reference)).containsExactly("CheckQuality");
        assertThat(tasks.createTaskQuery().taskId(check.id()).singleResult().getAssignee()).isNotEqualTo("officer1");
    }
}
