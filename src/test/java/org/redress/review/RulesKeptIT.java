package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.rules.Rule;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules of the review that no sentence about a diagram holds, each on a case that is worked for real. */
class RulesKeptIT extends AtTheDesk {

    private static final String OFFICER = "PC 8812 Rowan Tindale";
    private static final String WITNESS = "Ines Quartermaine";
    private static final String PARTNER = "Bertram Oyelaran";

    @Autowired
    private CaseFiles cases;

    @Test
    @Rule({"9.1", "N5", "S6"})
    void force_interested_person_and_person_complained_against_are_told_of_the_application() {
        String reference = workTo("DecideValidity", "A22");
        addOthers(reference);
        work(reference, facts("A22"), "ObtainPapers");

        // of the application everybody hears; held back is the determination alone
        assertThat(sentTo(reference, "N5"))
                .hasSize(4)
                .anyMatch(to -> to.endsWith(PARTNER))
                .anyMatch(to -> to.startsWith("FORCE"))
                .anyMatch(to -> to.startsWith("INTERESTED_PERSON") && to.endsWith(WITNESS))
                .anyMatch(to -> to.startsWith("PERSON_COMPLAINED_AGAINST") && to.endsWith(OFFICER));
    }

    @Test
    @Rule({"9.5", "N10", "S12"})
    void the_outcome_reaches_complainant_force_and_others_and_is_held_back_from_whom_it_could_make_do_harm() {
        String reference = workTo("DecideValidity", "A22");
        addOthers(reference);
        work(reference, facts("A22"), "RecordLearning");

        assertThat(sentTo(reference, "N8")).hasSize(1).allMatch(to -> to.startsWith("APPLICANT"));
        assertThat(sentTo(reference, "N9")).hasSize(1).allMatch(to -> to.startsWith("FORCE"));
        assertThat(sentTo(reference, "N10"))
                .hasSize(2)
                .anyMatch(to -> to.endsWith(WITNESS))
                .anyMatch(to -> to.endsWith(OFFICER))
                .noneMatch(to -> to.endsWith(PARTNER));
        assertThat(letter(reference, "N10")).contains("reasonable and proportionate").contains("Our reasons");
    }

    @Test
    @Rule({"11.4", "N13", "S15"})
    void recommendation_and_answer_go_to_complainant_interested_person_and_person_complained_against() {
        String reference = workTo("DecideValidity", "A05");
        addOthers(reference);
        work(reference, facts("A05"), "RecordReply");
        complete("caseworker1", reference, "RecordReply", Map.of(
                "receivedOn", now.today().toString(), "replyKind", "REPLY", "replyAnswer", "ACCEPTED",
                "replyText", "We will write to the complainant this week."));
        complete("officer1", reference, "SendReplyOn", Map.of("sendTo", "EVERYONE"));

        assertThat(sentTo(reference, "N13"))
                .hasSize(3)
                .anyMatch(to -> to.startsWith("APPLICANT"))
                .anyMatch(to -> to.endsWith(WITNESS))
                .anyMatch(to -> to.endsWith(OFFICER));
        assertThat(letter(reference, "N13")).contains("We will write to the complainant this week.");
    }

    @Test
    @Rule("7.2")
    void an_application_without_grounds_is_complete_all_the_same() {
        ObjectNode application = application("A22");
        application.putNull("grounds");
        String reference = apply(application);
        work(reference, facts("A22"), "ConfirmFacts");

        JsonNode shown = shown("caseworker1", step("caseworker1", reference, "ConfirmFacts"));
        assertThat(shown.get("contentsComplete").get("value").asBoolean()).isTrue();
        work(reference, facts("A22"), "NotifyForce");
        assertThat(waiting(reference)).containsExactly("NotifyForce");
        assertThat(file(reference).get("validityCodes")).isEmpty();
    }

    @Test
    @Rule("9.4")
    void the_target_for_the_decision_is_our_own_and_says_so() {
        String reference = workTo("NotifyForce", "A22");

        JsonNode target = clock(reference, "DECISION_TARGET");
        assertThat(target.get("provision").asText()).contains("practice");
        assertThat(target.get("caution").asText()).containsIgnoringCase("check before relying on this");
    }

    @Test
    @Rule({"4.3", "4.4", "4.8"})
    void an_application_that_the_iopc_forwarded_counts_from_its_forwarding_without_the_days_it_lay_there() {
        String reference = workTo("NotifyForce", "A16");

        JsonNode file = file(reference);
        assertThat(file.get("timeliness").asText()).isEqualTo("IN_TIME");
        assertThat(file.get("countedDays").asInt()).isEqualTo(22);
        JsonNode clock = clock(reference, "APPLICATION_PERIOD");
        assertThat(clock.get("facts").findValuesAsText("ground")).anyMatch(ground -> ground.contains("reg 29(3)"));
        assertThat(clock.get("explanation").asText()).contains("left out");
    }

    private void addOthers(String reference) {
        cases.addParty(reference, ReviewParties.INTERESTED_PERSON, person(WITNESS), null, "caseworker1");
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person(OFFICER), null, "caseworker1");
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person(PARTNER),
                "It could warn a suspect.", "caseworker1");
    }

    private static PersonDetails person(String name) {
        return new PersonDetails(name, null, null, List.of("1 Example Street", "London ZZ99 1AA"), PreferredContact.POST, null);
    }

    private List<String> sentTo(String reference, String kind) {
        return file(reference).get("letters").findParents("kind").stream()
                .filter(letter -> letter.get("kind").asText().equals(kind))
                .filter(letter -> !letter.get("status").asText().equals("DRAFT"))
                .map(letter -> letter.get("to").asText())
                .toList();
    }
}
