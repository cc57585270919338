package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.letter.Outbox;
import org.redress.review.AtTheDesk;
import org.redress.testing.Coverage;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters are drafted from the file, approved by somebody who did not write them, and sent once. */
class IssueLettersIT extends AtTheDesk {

    private static Coverage coverage;

    @BeforeAll
    static void watch() {
        coverage = Coverage.of("IssueLetters");
    }

    @AfterAll
    static void every_part_of_the_diagram_was_gone_through(@Autowired RepositoryService repository) {
        coverage.isWhole(repository);
    }

    @Autowired
    private Outbox outbox;

    @Test
    void letters_sent_back_are_amended_and_approved_by_someone_other_than_their_author() {
        String reference = workTo("ApproveLetters", "A27");
        ProcessInstance issuing = run(reference, "IssueLetters");
        assertThat(issuing).hasPassed("Task_DraftLetters").isWaitingAtExactly("Task_ApproveLetters");
        Waiting approve = step("officer2", reference, "ApproveLetters");
        assertThat(shown("officer2", approve).get("lettersWords").get("value").asText()).contains("N4");

        Answer withoutWords = desk.submit("officer2", approve, Map.of("approved", "NO"));
        assertThat(withoutWords.status()).isEqualTo(422);
        assertThat(withoutWords.body().get("message").asText()).contains("Say what has to be put right.");

        complete("officer2", reference, "ApproveLetters", Map.of("approved", "NO", "amendments", "Say whom to write to."));
        assertThat(issuing).isWaitingAtExactly("Task_AmendLetters").task().hasCandidateGroup("caseworkers");
        Waiting amend = step("caseworker1", reference, "AmendLetters");
        assertThat(shown("caseworker1", amend).get("amendmentsWords").get("value").asText())
                .isEqualTo("Say whom to write to.");
        complete(
                "caseworker1",
                reference,
                "AmendLetters",
                Map.of("amended", true, "additionalText", "Write to the force's standards team to have it recorded."));
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 DRAFT");
        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));

        assertThat(issuing).isEnded().hasPassed("Task_AmendLetters", "Task_SendLetters", "End_LettersIssued");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
        assertThat(letter(reference, "N4")).contains("Write to the force's standards team to have it recorded.");
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        assertThat(timeline(reference)).contains("Letters sent back to be put right");
    }

    @Test
    void whoever_wrote_words_into_a_letter_cannot_approve_it() {
        String reference = workTo("ApproveLetters", "A27");
        complete("officer1", reference, "ApproveLetters", Map.of("approved", "NO", "amendments", "Plainer, please."));
        give(step("manager", reference, "AmendLetters"), "officer2");
        complete("officer2", reference, "AmendLetters", Map.of("amended", true, "additionalText", "In short: not yet."));
        Waiting approve = step("officer2", reference, "ApproveLetters");
        List<String> before = timeline(reference);

        Answer own = desk.submit("officer2", approve, Map.of("approved", "YES"));

        assertThat(own.status()).as("%s", own.raw().body()).isEqualTo(403);
        assertThat(own.body().get("message").asText())
                .contains("Whoever wrote a letter does not approve it")
                .contains("could take it");
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 DRAFT");
        assertThat(timeline(reference)).isEqualTo(before);

        complete("officer1", reference, "ApproveLetters", Map.of("approved", "YES"));
        assertThat(letters(reference)).containsExactly("N1 APPROVED", "N4 APPROVED");
    }

    @Test
    void an_approved_letter_stays_byte_for_byte_as_it_was_approved() {
        String reference = apply(application("A27"));
        work(reference, facts("A27"));
        JsonNode letter = file(reference).get("letters").get(1);
        String address = address(reference) + "/letters/" + letter.get("id").asText();
        Map<String, String> pdf = Map.of("Accept", "application/pdf");
        String before = desk.get("caseworker1", address, pdf).raw().body();

        today(now.today().plusDays(30));

        Answer after = desk.get("caseworker1", address, pdf);
        assertThat(after.raw().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/pdf");
        assertThat(after.raw().body()).isEqualTo(before).startsWith("%PDF-");
    }

    @Test
    void letters_go_out_once_and_the_case_shows_when() {
        String reference = apply(application("A27"));
        work(reference, facts("A27"));
        assertThat(handedOver(reference)).isEqualTo(2);

        outbox.trySendNow();
        int again = outbox.trySendNow();

        assertThat(again).isZero();
        assertThat(handedOver(reference)).isEqualTo(2);
        assertThat(letters(reference)).containsExactly("N1 SENT", "N4 SENT");
        file(reference)
                .get("letters")
                .forEach(letter -> assertThat(letter.get("sentAt").asText()).startsWith(now.today().toString()));
    }

    @Test
    void letters_wait_for_approval_before_anything_leaves_the_house() {
        String reference = workTo("ApproveLetters", "A27");

        outbox.trySendNow();

        assertThat(letters(reference)).containsExactly("N1 SENT", "N4 DRAFT");
        assertThat(handedOver(reference)).isEqualTo(1);
    }

    /** As it was deployed while letters were the review's own: its folder, its forms and its calls had the review's name. */
    @Test
    void a_case_that_began_with_an_older_deployment_still_has_its_letters_approved_and_sent() throws IOException {
        String reference = apply(application("A27"));
        Deployment older = repository.createDeployment()
                .name("before the desk")
                .addString("processes/review/IssueLetters.bpmn", model("processes/desk/IssueLetters.bpmn").replace("caseLetters.", "reviewLetters."))
                .addString("forms/review/ApproveLetters.form", model("forms/desk/ApproveLetters.form"))
                .addString("forms/review/AmendLetters.form", model("forms/desk/AmendLetters.form"))
                .deploy();
        try {
            String definition = repository.createProcessDefinitionQuery().deploymentId(older.getId()).singleResult().getId();
            runtime.startProcessInstanceById(
                    definition, reference, Map.of("caseReference", reference, "letterPurpose", "ACKNOWLEDGEMENT"));

            complete("officer1", reference, "ApproveLetters", Map.of("approved", "NO", "amendments", "Say who we are."));
            complete("caseworker1", reference, "AmendLetters", Map.of("amended", true, "additionalText", "We are a small team."));
            complete("officer1", reference, "ApproveLetters", Map.of("approved", "YES"));

            assertThat(letters(reference)).containsExactly("N1 APPROVED");
            assertThat(letter(reference, "N1")).contains("We are a small team.");
            assertThat(handedOver(reference)).isEqualTo(1);
        } finally {
            repository.deleteDeployment(older.getId(), true);
        }
    }

    private static String model(String place) throws IOException {
        return Files.readString(Path.of(place));
    }

    private int handedOver(String reference) {
        return tables.queryForObject(
                "select count(*) from app.letter_outbox o join app.letter l on l.id = o.letter_id where l.case_reference = ?",
                Integer.class,
                reference);
    }
}
