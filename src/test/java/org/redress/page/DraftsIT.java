package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.clock.Now;
import org.redress.draft.Drafts;
import org.redress.review.Applications;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is typed into a step and not handed in yet. */
@RedressTest
class DraftsIT {

    private final Applications applications;
    private final Drafts drafts;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ManagementService jobs;
    private final Now now;

    @LocalServerPort
    private int port;

    private Desk desk;
    private String reference;
    private Desk.Waiting step;

    @Autowired
    DraftsIT(Applications applications, Drafts drafts, JdbcTemplate jdbc, ObjectMapper json, ManagementService jobs, Now now) {
        this.applications = applications;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.json = json;
        this.jobs = jobs;
        this.now = now;
    }

    @BeforeEach
    void a_step_in_hand() {
        desk = new Desk(port, json, jobs);
        reference = CasesForPages.open(applications, "Draft Person", "x");
        step = desk.waiting("caseworker1", reference).get(0);
        assertThat(desk.post("caseworker1", "/engine-rest/task/" + step.id() + "/claim", Map.of("userId", "caseworker1")).status())
                .isEqualTo(204);
    }

    @Test
    void a_draft_is_there_again_for_its_author_in_a_new_session_until_the_step_is_done() {
        assertThat(put(Visitor.signedIn("caseworker1", port), "{\"adjustmentsAgreed\":\"Large print\"}").statusCode()).isEqualTo(204);

        assertThat(Visitor.signedIn("caseworker1", port).get(door()).body()).isEqualTo("{\"adjustmentsAgreed\":\"Large print\"}");
        assertThat(jdbc.queryForList("select text_ from act_ru_variable where text_ like '%Large print%'")).isEmpty();

        Colleagues colleagues = new Colleagues(desk, now.today());
        assertThat(desk.submit("caseworker1", step, colleagues.answers(step, json.createObjectNode())).status()).isEqualTo(204);
        assertThat(jdbc.queryForList("select * from app.draft where task = ?", step.id())).isEmpty();
    }

    @Test
    void a_draft_can_be_thrown_away() {
        Visitor author = Visitor.signedIn("caseworker1", port);
        put(author, "{\"a\":1}");
        String guard = author.get(door()).headers().firstValue("X-CSRF-TOKEN").orElseThrow();

        assertThat(author.json("DELETE", door(), "", "X-CSRF-TOKEN", guard).statusCode()).isEqualTo(204);
        assertThat(author.get(door()).body()).isEqualTo("{}");
    }

    @Test
    void for_everybody_else_there_is_nothing_here() {
        put(Visitor.signedIn("caseworker1", port), "{\"a\":\"secret\"}");

        for (String account : List.of("caseworker2", "manager", "officer1", "private-office")) {
            Visitor other = Visitor.signedIn(account, port);
            assertThat(other.get(door()).statusCode()).as(account).isEqualTo(404);
            assertThat(put(other, "{\"a\":\"planted\"}").statusCode()).as(account).isIn(403, 404);
        }
        for (String account : List.of("owner", "admin", "intake")) {
            assertThat(Visitor.signedIn(account, port).get(door()).statusCode()).as(account).isEqualTo(403);
        }
        assertThat(new Visitor(port).get(door()).statusCode()).isEqualTo(401);
        assertThat(drafts.find(step.id(), "caseworker1")).hasValue("{\"a\":\"secret\"}");
    }

    @Test
    void whoever_put_the_step_back_or_may_no_longer_see_the_case_leaves_no_draft() {
        Visitor author = Visitor.signedIn("caseworker1", port);
        put(author, "{\"a\":1}");
        desk.put("manager", "/api/cases/" + reference.replace('/', '-') + "/restriction",
                Map.of("restricted", true, "allowed", List.of("manager"), "reason", "A relative works here"));

        assertThat(author.get(door()).statusCode()).isEqualTo(404);

        desk.put("manager", "/api/cases/" + reference.replace('/', '-') + "/restriction",
                Map.of("restricted", false, "allowed", List.of(), "reason", "No longer needed"));
        desk.post("caseworker1", "/engine-rest/task/" + step.id() + "/unclaim", null);
        assertThat(author.get(door()).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_set_of_answers_is_not_kept() {
        Visitor author = Visitor.signedIn("caseworker1", port);

        assertThat(put(author, "[1,2]").statusCode()).isEqualTo(422);
        assertThat(put(author, "{\"a\":\"\\u0000\"}").statusCode()).isEqualTo(422);
        assertThat(put(author, "not json").statusCode()).isEqualTo(400);
        assertThat(put(author, "{\"a\":\"" + "x".repeat(Drafts.LONGEST) + "\"}").statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> put(Visitor visitor, String answers) {
        String guard = visitor.get(door()).headers().firstValue("X-CSRF-TOKEN").orElse("none");
        return visitor.json("PUT", door(), answers, "X-CSRF-TOKEN", guard);
    }

    private String door() {
        return "/api/drafts/" + step.id();
    }
}
