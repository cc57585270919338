package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.testing.Desk.Answer;
import org.redress.testing.FieldCase;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications as people of this work met them, from the door to the approved letter. */
class FieldCasesIT extends AtTheDesk {

    @Autowired
    private MeterRegistry meters;

    @Test
    void an_application_with_an_invisible_paragraph_gets_its_letter_and_a_name_of_nothing_is_refused() {
        List<JsonNode> applications = FieldCase.input("C01-invisible-paragraph").findValues("applications").stream()
                .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
                .toList();
        for (JsonNode given : applications.subList(0, applications.size() - 1)) {
            String reference = apply(own(given));
            complete("caseworker1", reference, "AcknowledgeApplication", Map.of("letterChecked", true));
            assertThat(letters(reference)).containsExactly("N1 APPROVED");
        }

        Answer nobody = desk.post("intake", "/api/applications", own(applications.get(applications.size() - 1)));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.raw().body()).contains("applicant.fullName", "nothing that can be seen");
    }

    @Test
    void words_in_every_script_are_kept_as_typed_and_what_the_pdf_cannot_write_is_told_before_approval() {
        for (JsonNode kind : FieldCase.input("C10-marks-and-word-breaks")) {
            ObjectNode application = own(kind.get("application"));
            String reference = apply(application);

            assertThat(tables.queryForObject("select grounds from app.case_file where reference = ?", String.class, reference))
                    .isEqualTo(application.get("grounds").asText());
            List<String> notes = tables.queryForList(
                    "select notes from app.letter_proof where letter_id in (select id from app.letter where case_reference = ?)",
                    String.class, reference);
            boolean plain = List.of("word", "polish-nfd").contains(kind.get("kind").asText());
            assertThat(String.join("", notes).isEmpty()).as(kind.get("kind").asText()).isEqualTo(plain);
            complete("caseworker1", reference, "AcknowledgeApplication", Map.of("letterChecked", true));
            assertThat(letters(reference)).containsExactly("N1 APPROVED");
        }
    }

    @Test
    void approving_the_letters_of_an_outcome_makes_no_pdf_that_the_drafts_have_made() {
        String reference = workTo("ApproveLetters", "A22");
        double before = pdfs();

        completeNext(reference, facts("A22"));

        assertThat(letters(reference)).contains("N8 APPROVED", "N9 APPROVED");
        assertThat(pdfs()).isEqualTo(before);
    }

    private double pdfs() {
        return meters.get("redress.letters.pdfs").functionCounter().count();
    }

    /** An application under a force reference of its own. */
    private ObjectNode own(JsonNode given) {
        ObjectNode application = given.deepCopy();
        ((ObjectNode) application.get("complaint")).set("forceReference", application("A22").get("complaint").get("forceReference"));
        return application;
    }
}
