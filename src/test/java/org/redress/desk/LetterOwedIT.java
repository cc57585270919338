package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.letter.Outbox;
import org.redress.letter.ScriptedMailServer;
import org.redress.letter.ScriptedMailServer.Way;
import org.redress.review.AtTheDesk;
import org.redress.testing.Colleagues;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.FieldCase;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.TestPropertySource;

/**
 * Every letter that did not leave, or may not have, becomes somebody's step; nothing is sent twice, and no case closes over
 * it. A house of its own: letters leave by a mail server, and closing waits for them.
 */
@TestPropertySource(properties = {
        "spring.mail.host=127.0.0.1", "spring.mail.port=1", "redress.outbox.enabled=true", "redress.outbox.poll=P1D"})
class LetterOwedIT extends AtTheDesk {

    private static final String STEP = "SettleLetter";
    private static Coverage coverage;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Attention attention;

    @Autowired
    private AttentionWatch watch;

    @Autowired
    private LettersOnTheirWay lettersOnTheirWay;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private ThreadPoolTaskScheduler scheduler;

    @Autowired
    private HealthEndpoint health;

    @Autowired
    private HealthIndicator lettersHealthIndicator;

    @Autowired
    private MeterRegistry meters;

    private ScriptedMailServer server;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("LetterOwed");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @BeforeEach
    void nothingIsLeftToSend() {
        mailSender.getJavaMailProperties().setProperty("mail.smtp.timeout", "400");
        mail(Way.TAKES);
        outbox.trySendNow();
        tables.update("update app.letter_outbox set next_attempt_at = '2999-01-01' where state = 'QUEUED'");
    }

    @AfterEach
    void hangUp() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"REFUSES_THE_ADDRESS", "REFUSES_THE_LETTER", "GREYLISTS", "BREAKS_OFF_BEFORE_THE_LETTER",
                "BREAKS_OFF_AFTER_THE_LETTER", "STALLS_AFTER_THE_LETTER"})
    void however_a_mail_server_fails_the_letter_becomes_one_step_and_never_leaves_twice(Way way) {
        String reference = acknowledged(byMail());
        mail(way);
        LocalDate day = now.today();
        for (int round = 0; round < 6; round++) {
            outbox.trySendNow();
            lettersOnTheirWay.catchUp();
            today(day = day.plusDays(1));
        }

        assertThat(Collections.frequency(waiting(reference), STEP)).isOne();
        assertThat(letters(reference)).containsExactly("N1 APPROVED");
        JsonNode letter = file(reference).get("letters").get(0);
        assertThat(letter.get("sentAt").isNull()).isTrue();
        assertThat(letter.get("owed").asText()).isNotBlank();
        assertThat(server.lettersTaken.get()).isLessThanOrEqualTo(1);
        assertThat(shown("caseworker1", step("caseworker1", reference, STEP)).get("owedLetterWords").get("value").asText())
                .contains("N1", letter.get("owed").asText());
        assertThat(Visitor.signedIn("caseworker1", port).get("/cases/" + reference.replace('/', '-')).body())
                .contains("govuk-tag--red", "The mail server")
                .doesNotContain("govuk-tag--green\">Sent<");
        assertThat(timeline(reference)).filteredOn(told -> told.contains("is not out. Somebody must settle it")).hasSize(1);

        mail(Way.TAKES);
        complete("caseworker1", reference, STEP, Map.of("settlement", "SEND_AGAIN"));
        outbox.trySendNow();
        assertThat(letters(reference)).containsExactly("N1 SENT");
        assertThat(server.lettersTaken).hasValue(1);
        assertThat(waiting(reference)).doesNotContain(STEP);
        assertThat(openClocks(reference)).doesNotContain("LETTER_OWED");
    }

    @Test
    void a_letter_without_an_address_is_not_sent_and_goes_to_the_address_that_somebody_finds() {
        ObjectNode application = byMail();
        applicant(application).putNull("email").put("preferredContact", "POST").put("phone", "020 7946 0000").putArray("postalAddress");
        String reference = acknowledged(application);
        outbox.trySendNow();
        assertThat(letters(reference)).containsExactly("N1 APPROVED");

        Answer nowhere = submit("caseworker1", reference, STEP, Map.of("settlement", "SEND_AGAIN"));
        Answer nothing = submit("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS"));
        Answer wrong = submit("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS", "newEmail", "avery at home"));
        assertThat(List.of(nowhere.status(), nothing.status(), wrong.status())).containsOnly(422);
        assertThat(nowhere.body().toString()).contains("There is no address to send it to");
        assertThat(wrong.body().toString()).contains("name@example.org");

        complete("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS", "newEmail", "avery@example.org"));
        outbox.trySendNow();

        assertThat(letters(reference)).containsExactly("N1 SENT");
        assertThat(server.lettersTaken).hasValue(1);
        JsonNode party = file(reference).get("parties").get(0);
        assertThat(party.get("email").asText()).isEqualTo("avery@example.org");
        assertThat(acts.of(reference).stream().filter(act -> act.action().equals("CORRECTED_ADDRESS")))
                .singleElement()
                .satisfies(act -> assertThat(act.toString()).contains("before", "POST"));
    }

    @Test
    void nobody_is_shown_as_written_to_whom_the_file_gives_no_way_to_write_to() {
        for (JsonNode given : FieldCase.input("C16-sent-without-address").get("applications")) {
            String reference = acknowledged(own(given));
            outbox.trySendNow();

            assertThat(letters(reference)).containsExactly("N1 APPROVED");
            assertThat(waiting(reference)).contains(STEP);
            assertThat(shown("caseworker1", step("caseworker1", reference, STEP)).get("owedLetterWords").get("value").asText())
                    .containsAnyOf("No address is on the file", "no postal address is on the file");
        }
        assertThat(server.lettersTaken).hasValue(0);
    }

    @Test
    void an_address_that_no_mail_server_takes_is_refused_in_words_and_one_from_before_becomes_a_step() {
        ObjectNode given = own(FieldCase.input("C05-letter-that-cannot-leave").get("application"));
        Answer refused = desk.post("intake", "/api/applications", given);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.raw().body()).contains("applicant.email", "no full stop stands first, last");

        applicant(given).put("email", "john.doe@example.org");
        String reference = apply(given);
        tables.update("update app.party set email = 'john..doe@example.org' where case_reference = ?", reference);
        complete("caseworker1", reference, "AcknowledgeApplication", Map.of("letterChecked", true));
        outbox.trySendNow();
        assertThat(letters(reference)).containsExactly("N1 APPROVED");
        Answer again = submit("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS", "newEmail", "john..doe@example.org"));
        assertThat(again.body().toString()).contains("no full stop stands first, last");

        complete("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS", "newEmail", "jürgen@bücher.example"));
        mail(Way.TAKES_EVERY_SCRIPT);
        outbox.trySendNow();
        assertThat(letters(reference)).containsExactly("N1 SENT");
        assertThat(server.envelopes).last().isEqualTo("RCPT TO:<jürgen@xn--bcher-kva.example>");
    }

    @Test
    void a_corrected_address_that_fails_too_becomes_a_step_again() {
        String reference = refused();
        Waiting first = step("caseworker1", reference, STEP);
        complete("caseworker1", reference, STEP, Map.of("settlement", "CORRECT_ADDRESS", "newEmail", "other@example.org"));
        assertThat(waiting(reference)).doesNotContain(STEP);
        outbox.trySendNow();

        assertThat(step("caseworker1", reference, STEP).id()).isNotEqualTo(first.id());
    }

    @Test
    void a_letter_that_did_arrive_counts_from_the_day_on_which_it_left_and_is_settled_once() {
        String reference = acknowledged(byMail());
        LocalDate left = now.today();
        mail(Way.BREAKS_OFF_AFTER_THE_LETTER);
        outbox.trySendNow();
        Waiting step = step("caseworker1", reference, STEP);
        today(left.plusDays(3));

        Map<String, Object> answers = new HashMap<>(Map.of("settlement", "ARRIVED", "leftOn", left.toString()));
        assertThat(desk.submit("caseworker1", step, answers).status()).as("how it is known").isEqualTo(422);
        answers.put("howKnown", "The log of the mail server shows it.");
        answers.put("leftOn", left.minusDays(1).toString());
        assertThat(desk.submit("caseworker1", step, answers).body().toString()).contains("when the letter was approved");
        answers.put("leftOn", now.today().plusDays(1).toString());
        assertThat(desk.submit("caseworker1", step, answers).status()).isEqualTo(422);
        answers.put("leftOn", left.toString());
        complete("caseworker1", reference, STEP, answers);

        assertThat(desk.submit("caseworker1", step, answers).status()).as("a second time").isGreaterThanOrEqualTo(400);
        assertThat(letters(reference)).containsExactly("N1 SENT");
        assertThat(file(reference).get("letters").get(0).get("sentAt").asText()).startsWith(left.toString());
        mail(Way.TAKES);
        outbox.trySendNow();
        assertThat(server.lettersTaken).as("never sent again").hasValue(0);
        assertThat(timeline(reference)).filteredOn(told -> told.contains("The letter did arrive")).hasSize(1);
    }

    @Test
    void a_letter_that_was_printed_and_posted_needs_an_address_and_counts_as_sent() {
        String reference = refused();
        Map<String, Object> answers = new HashMap<>(Map.of("settlement", "PRINT_AND_POST", "leftOn", now.today().toString()));
        assertThat(submit("caseworker1", reference, STEP, answers).body().toString()).contains("Enter the address to which you posted it");
        answers.put("newAddress", "3 Almoner's Rents\nLondon ZZ99 4AB");
        complete("caseworker1", reference, STEP, answers);

        assertThat(letters(reference)).containsExactly("N1 SENT");
        assertThat(texts(file(reference).get("parties").get(0).get("postalAddress"))).containsExactly("3 Almoner's Rents", "London ZZ99 4AB");
    }

    @Test
    void only_an_officer_or_the_manager_decides_that_somebody_cannot_be_reached() {
        String reference = refused();
        Map<String, Object> answers = Map.of("settlement", "CANNOT_BE_REACHED", "reason", "Three calls and a visit to the last address.");
        Waiting step = step("caseworker1", reference, STEP);
        Answer caseworker = desk.submit("caseworker1", step, answers);
        assertThat(caseworker.status()).isEqualTo(422);
        assertThat(caseworker.body().toString()).contains("A reviews officer or the manager decides");
        give(step, "officer1");
        assertThat(submit("officer1", reference, STEP, Map.of("settlement", "CANNOT_BE_REACHED")).status()).isEqualTo(422);
        complete("officer1", reference, STEP, answers);

        mail(Way.TAKES);
        outbox.trySendNow();
        watch.goRound();
        assertThat(letters(reference)).containsExactly("N1 APPROVED");
        assertThat(waiting(reference)).doesNotContain(STEP);
        assertThat(acts.of(reference).stream().filter(act -> act.action().equals("SETTLED_LETTER")))
                .singleElement()
                .satisfies(act -> assertThat(act.toString()).contains("officer1", "Three calls"));
    }

    @Test
    void a_case_that_ends_by_itself_closes_when_its_letters_have_left() throws Exception {
        String reference = apply(byMail("A23"));
        work(reference, facts("A23"), "ForwardToIopc");
        mail(Way.TAKES);
        outbox.trySendNow();
        int before = server.lettersTaken.get();
        completeNext(reference, facts("A23"));
        // what waits for letters has them sent at once, beside the request
        scheduler.submit(() -> {}).get(1, TimeUnit.MINUTES);

        assertThat(server.lettersTaken).hasValue(before + 1);
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        assertThat(timeline(reference).get(0)).startsWith("Case closed.");
    }

    @Test
    void a_case_does_not_close_over_a_letter_that_it_owes_and_closes_when_it_is_settled() throws Exception {
        String reference = apply(byMail("A23"));
        work(reference, facts("A23"), "ForwardToIopc");
        outbox.trySendNow();
        mail(Way.REFUSES_THE_ADDRESS);
        completeNext(reference, facts("A23"));
        scheduler.submit(() -> {}).get(1, TimeUnit.MINUTES);

        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");
        assertThat(waiting(reference)).containsExactly(STEP);
        assertThat(run(reference, "LetterOwed")).isWaitingAtExactly("Task_SettleLetter").task().isNotAssigned();
        assertThat(timeline(reference)).anyMatch(told -> told.startsWith("The case closes when its letters are out: N3"));
        watch.goRound();
        assertThat(file(reference).get("state").asText()).isEqualTo("OPEN");

        complete("caseworker1", reference, STEP, Map.of("settlement", "SEND_AGAIN"));
        assertThat(file(reference).get("state").asText()).as("on its way is not out").isEqualTo("OPEN");
        mail(Way.TAKES);
        outbox.trySendNow();
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        assertThat(file(reference).get("path").asText()).isEqualTo("FORWARD_TO_IOPC");
        assertThat(openClocks(reference)).isEmpty();
    }

    @Test
    void somebody_who_closes_a_case_over_an_owed_letter_is_told_which() {
        String reference = apply(byMail());
        mail(Way.REFUSES_THE_ADDRESS);
        work(reference, facts("A22"), "ApproveLetters");
        completeNext(reference, facts("A22"));
        outbox.trySendNow();
        for (int round = 0; round < 30 && !waiting(reference).contains("CloseCase"); round++) {
            finishAllBut(reference, STEP);
        }

        Answer refused = submit("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("message").asText()).contains("still owes a letter", "N8", "Settle the letter that did not leave");
        mail(Way.TAKES);
        while (waiting(reference).contains(STEP)) {
            complete("caseworker1", reference, STEP, Map.of("settlement", "SEND_AGAIN"));
        }
        outbox.trySendNow();
        complete("caseworker1", reference, "CloseCase", Map.of("centurionUpdated", true));
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void a_sender_that_was_killed_and_a_step_that_was_never_begun_are_caught_up_on() {
        String reference = acknowledged(byMail());
        tables.update(
                """
                update app.letter_outbox set state = 'SENDING', attempts = 1, sent_through = 'mail server', sending_since = now() - interval '3 years'
                where letter_id in (select id from app.letter where case_reference = ?)
                """,
                reference);
        outbox.trySendNow();
        assertThat(waiting(reference)).contains(STEP);
        assertThat(server.lettersTaken).hasValue(0);

        String second = acknowledged(byMail());
        tables.update(
                "update app.letter_outbox set state = 'FAILED', problem = 'Refused.' where letter_id in (select id from app.letter where case_reference = ?)",
                second);
        assertThat(waiting(second)).doesNotContain(STEP);
        watch.goRound();
        watch.goRound();
        assertThat(Collections.frequency(waiting(second), STEP)).isOne();
    }

    @Test
    void an_owed_letter_has_its_day_stands_in_the_lists_rises_and_is_counted() {
        double before = gauge();
        String reference = refused();
        Waiting step = step("caseworker1", reference, STEP);
        assertThat(taskDue("caseworker1", step)).isEqualTo(dueOn(reference, "LETTER_OWED")).isAfter(now.today());
        for (String account : List.of("caseworker1", "officer1", "manager")) {
            assertThat(inList(account, "Letters that did not leave")).as(account).contains(step.id());
        }
        assertThat(gauge()).isEqualTo(before + 1);
        assertThat(lettersHealthIndicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(lettersHealthIndicator.health().getDetails()).containsEntry("FAILED", (long) gauge());
        assertThat(desk.get("manager", "/actuator/health").raw().body()).doesNotContain("FAILED");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        today(now.today().plusDays(20));
        attention.look(reference);
        assertThat(attention.standing(reference))
                .anyMatch(concern -> concern.about().startsWith("Settling a letter that did not leave")
                        && concern.told() == Told.MANAGER && concern.raised());
    }

    private double gauge() {
        return meters.get("redress.letters.owed").tag("delivery", "FAILED").gauge().value();
    }

    private String refused() {
        String reference = acknowledged(byMail());
        mail(Way.REFUSES_THE_ADDRESS);
        outbox.trySendNow();
        return reference;
    }

    private String acknowledged(ObjectNode application) {
        String reference = apply(application);
        complete("caseworker1", reference, "AcknowledgeApplication", Map.of("letterChecked", true));
        return reference;
    }

    /** An application under a force reference of its own, received on a day that tests can stand after. */
    private ObjectNode own(JsonNode given) {
        ObjectNode application = given.deepCopy();
        ((ObjectNode) application.get("complaint")).set("forceReference", application("A22").get("complaint").get("forceReference"));
        return application;
    }

    private ObjectNode byMail() {
        return byMail("A22");
    }

    private ObjectNode byMail(String id) {
        ObjectNode application = application(id);
        applicant(application).put("email", "avery@example.net").put("preferredContact", "EMAIL").putArray("postalAddress");
        return application;
    }

    private static ObjectNode applicant(ObjectNode application) {
        return (ObjectNode) application.get("applicant");
    }

    private void finishAllBut(String reference, String left) {
        for (String account : List.of("caseworker1", "officer1", "officer2", "manager")) {
            for (Waiting waiting : desk.waiting(account, reference)) {
                if (!waiting.step().equals(left) && !waiting.step().equals("CloseCase")) {
                    Colleagues colleagues = new Colleagues(desk, now.today());
                    assertThat(colleagues.complete(waiting, facts("A22")).status()).as(waiting.step()).isEqualTo(204);
                    desk.letTheEngineWork();
                    return;
                }
            }
        }
    }

    private void mail(Way way) {
        if (server != null) {
            server.close();
        }
        server = new ScriptedMailServer(way);
        mailSender.setPort(server.port());
    }

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
}
