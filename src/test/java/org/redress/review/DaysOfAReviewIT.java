package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A day is held against what it is the day of, at every step alike. */
@RedressTest
class DaysOfAReviewIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private Now now;

    private Desk desk;
    private Colleagues colleagues;
    private LocalDate today;

    @BeforeEach
    void a_desk() {
        desk = new Desk(port, json, jobs);
        today = now.today();
        colleagues = new Colleagues(desk, today);
    }

    @Test
    void what_the_complainant_was_told_was_told_between_the_complaint_and_today() throws Exception {
        String reference = desk.apply(given("A01").get("application"));
        colleagues.work(reference, given("A01").get("facts"), "ConfirmFacts");
        refused(reference, "A01", "informationProvidedOn", "30/9/2025", "Enter a day from 1 October 2025, when the complaint was made, to today.");
        refused(reference, "A01", "informationProvidedOn", today.plusDays(1).toString(), "Enter a day that is not in the future.");
        refused(reference, "A01", "complaintMadeOn", "3 March 2026", "Enter a day up to 2 March 2026, when the application about the complaint came.");
        refused(reference, "A01", "complaintMadeOn", "31/02/2026", "There is no 31 February 2026.");
    }

    @Test
    void papers_do_not_come_before_the_complaint_nor_ahead_of_today() throws Exception {
        String reference = desk.apply(given("A01").get("application"));
        colleagues.work(reference, given("A01").get("facts"), "ObtainPapers");
        refused(reference, "A01", "papersReceivedOn", "2025-09-30", "Enter a day from 1 October 2025, when the complaint was made, to today.");
        refused(reference, "A01", "papersReceivedOn", today.plusDays(1).toString(), "Enter a day that is not in the future.");
    }

    @Test
    void an_answer_does_not_come_before_it_was_asked_for() throws Exception {
        String reference = desk.apply(given("A31").get("application"));
        colleagues.work(reference, given("A31").get("facts"), "RecordAnswer");
        Desk.Waiting step = colleagues.next(reference);
        Desk.Answer answer = desk.submit(
                "caseworker1", step, Map.of("receivedOn", today.minusDays(1).toString(), "answerText", "It was in May."));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("message").asText())
                .contains("When did the answer arrive? Enter a day from " + Words.day(today) + ", when it was asked for, to today.");
    }

    @Test
    void what_was_done_about_an_application_was_done_after_it_came() throws Exception {
        String reference = desk.apply(given("A23").get("application"));
        colleagues.work(reference, given("A23").get("facts"), "ForwardToIopc");
        refused(reference, "A23", "forwardedOn", "16 June 2026", "Enter a day from 17 June 2026, when the application came, to today.");
    }

    @Test
    void an_application_whose_days_do_not_fit_is_told_which() throws Exception {
        ObjectNode application = given("A01").get("application").deepCopy();
        ((ObjectNode) application.get("complaint")).put("madeOn", "2026-02-20");
        Desk.Answer answer = desk.post("intake", "/api/applications", application);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.raw().body())
                .contains("outcome.letterDate", "outcome.sentOn", "outcome.reviewRightsProvidedOn", "before the complaint was made");
        ((ObjectNode) application.get("complaint")).put("madeOn", "2026-03-03");
        assertThat(desk.post("intake", "/api/applications", application).raw().body())
                .contains("complaint.madeOn", "made after the application about it was received");
    }

    private void refused(String reference, String id, String key, String day, String words) throws Exception {
        Desk.Waiting step = colleagues.next(reference);
        Map<String, Object> answers = colleagues.answers(step, given(id).get("facts"));
        answers.put(key, day);
        Desk.Answer answer = desk.submit(colleagues.who(step), step, answers);
        assertThat(answer.status()).as("%s %s", key, day).isEqualTo(422);
        assertThat(answer.body().get("message").asText()).contains(words);
    }

    private JsonNode given(String id) throws Exception {
        for (JsonNode application : json.readTree(getClass().getResource("/applications.json"))) {
            if (application.get("id").asText().equals(id)) {
                return application;
            }
        }
        throw new AssertionError("There is no application " + id);
    }
}
