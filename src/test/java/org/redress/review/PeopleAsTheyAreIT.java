package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.letter.Letters;
import org.redress.letter.Outbox;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** What the file says of its people can be put right at any time, and letters keep to it. */
class PeopleAsTheyAreIT extends AtTheDesk {

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Letters letters;

    @Autowired
    private Outbox outbox;

    @Test
    void whoever_moves_or_was_misspelt_is_put_right_and_drafts_and_later_letters_follow() throws IOException {
        ObjectNode application = json.readTree(getClass().getResource("/field/C06-change-of-address.json"))
                .get("input")
                .get("application")
                .deepCopy();
        String reference = apply(application);
        work(reference, facts("A01"), "AcknowledgeApplication");
        long applicant = cases.head(reference).orElseThrow().id();

        HttpResponse<String> wrong = correct("caseworker1", reference, applicant, Map.of("email", "nonsense", "fullName", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter the person’s full name", "Enter an e-mail address", "Say what changed");

        HttpResponse<String> done = correct("caseworker1", reference, applicant, Map.of(
                "fullName", "Avery Tested-Case",
                "email", "avery.tested@example.org",
                "postalAddress", "2 New Street\r\nLeeds\r\nLS1 1ZZ",
                "reason", "She rang: married, and moved in November."));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(letter(reference, "N1")).as("the draft").contains("Avery Tested-Case", "2 New Street").doesNotContain("1 Test Street");

        work(reference, facts("A01"), "ConfirmFacts");
        assertThat(letter(reference, "N1")).as("what left").contains("Avery Tested-Case", "2 New Street");
        assertThat(person("caseworker1").get("/cases/" + slug(reference) + "/record").body())
                .contains("Applicant put right: Avery Tested-Case", "She rang: married", "1 Test Street", "avery@example.org");
    }

    @Test
    void the_acknowledgement_is_sent_once_more_to_where_the_applicant_is_now() {
        String reference = workTo("ConfirmFacts", "A01");
        assertThat(letters(reference)).containsOnlyOnce("N1 APPROVED");
        HttpResponse<String> done = correct("caseworker2", reference, cases.head(reference).orElseThrow().id(), Map.of(
                "postalAddress", "7 Other Road\nYork", "preferredContact", "POST",
                "reason", "The first one came back.", "acknowledgeAgain", "YES"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(letters(reference).stream().filter("N1 APPROVED"::equals)).hasSize(2);
        assertThat(letter(reference, "N1")).contains("7 Other Road");
        assertThat(timeline(reference)).anyMatch(words -> words.contains("Acknowledgement sent once more"));
    }

    @Test
    void of_two_who_put_a_person_right_at_once_the_second_hears_who_was_first() {
        String reference = workTo("ConfirmFacts", "A01");
        long applicant = cases.head(reference).orElseThrow().id();
        String address = "/cases/" + slug(reference) + "/people/" + applicant;
        Visitor first = person("caseworker1");
        Visitor second = person("caseworker2");
        String shown = second.get(address).body();
        assertThat(correct("caseworker1", reference, applicant, Map.of("phone", "020 7946 0001", "reason", "She rang.")).statusCode())
                .isEqualTo(302);
        HttpResponse<String> late = second.submit(shown, address, typed(cases.head(reference).orElseThrow(), Map.of("phone", "1", "reason", "x")));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody was there first");
        assertThat(cases.head(reference).orElseThrow().phone()).isEqualTo("020 7946 0001");
        assertThat(first.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void somebody_entered_twice_comes_off_the_file_and_stays_on_the_record() {
        String reference = workTo("DecideValidity", "A22");
        cases.addParty(reference, ReviewParties.INTERESTED_PERSON, details("Wanda Twice"), null, "caseworker1");
        Party twice = cases.addParty(reference, ReviewParties.INTERESTED_PERSON, details("Wanda Twice"), null, "caseworker1");
        String address = "/cases/" + slug(reference) + "/people/" + twice.id();
        Visitor visitor = person("caseworker1");
        String page = visitor.get(address).body();
        assertThat(visitor.submit(page, address + "/off", Map.of("offReason", "")).statusCode()).isEqualTo(422);
        assertThat(visitor.submit(page, address + "/off", Map.of("offReason", "Entered twice.")).statusCode()).isEqualTo(302);
        assertThat(cases.parties(reference).stream().filter(one -> one.fullName().equals("Wanda Twice"))).hasSize(1);
        assertThat(visitor.get(address).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/cases/" + slug(reference) + "/record").body())
                .contains("Interested person taken off the file: Wanda Twice", "Entered twice.");
        String applicant = "/cases/" + slug(reference) + "/people/" + cases.head(reference).orElseThrow().id();
        assertThat(visitor.form(applicant + "/off", Map.of("offReason", "x", "_csrf", Visitor.token(visitor.get(applicant).body())))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void letters_go_to_the_solicitor_and_speak_of_the_client() {
        String reference = workTo("AcknowledgeApplication", "A22");
        Party applicant = cases.head(reference).orElseThrow();
        String address = "/cases/" + slug(reference) + "/people/" + applicant.id() + "/representative";
        Visitor visitor = person("caseworker1");
        String page = visitor.get(address).body();
        assertThat(visitor.submit(page, address, Map.of("fullName", "Sol Icitor LLP")).statusCode()).isEqualTo(422);
        assertThat(visitor.submit(page, address, Map.of(
                        "capacity", "SOLICITOR", "fullName", "Sol Icitor LLP", "postalAddress", "1 Inn Court\nLondon", "preferredContact", "POST"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(letter(reference, "N1"))
                .contains("Dear Sol Icitor LLP", "1 Inn Court", "as the solicitor of your client, " + applicant.fullName());
        work(reference, facts("A22"), "RecordLearning");
        assertThat(letter(reference, "N8")).contains("Dear Sol Icitor LLP", "your client, " + applicant.fullName());
        assertThat(letter(reference, "N9")).as("the force hears who complained").contains(applicant.fullName());
        assertThat(visitor.get("/cases/" + slug(reference)).body()).contains("who acts for them", "Solicitor");
    }

    @Test
    void whoever_acts_for_an_officer_reads_of_that_officer() {
        String reference = workTo("DecideValidity", "A22");
        Party officer = cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, details("Percival Constable"), null, "caseworker1");
        String address = "/cases/" + slug(reference) + "/people/" + officer.id() + "/representative";
        Visitor visitor = person("caseworker1");
        assertThat(visitor.submit(visitor.get(address).body(), address, Map.of(
                        "capacity", "AGENT", "fullName", "Federation Rep", "postalAddress", "2 Inn Court\nLondon", "preferredContact", "POST"))
                        .statusCode())
                .isEqualTo(302);
        work(reference, facts("A22"), "ObtainPapers");
        assertThat(readers(reference, "N5")).contains("PERSON_COMPLAINED_AGAINST Federation Rep");
        assertThat(letter(reference, "N5")).contains("you act for Percival Constable");
    }

    @Test
    void whoever_complains_together_with_the_applicant_hears_what_the_applicant_hears() {
        String reference = workTo("CheckConflicts", "A22");
        cases.addParty(reference, ReviewParties.JOINT_COMPLAINANT, details("Jo Inter"), null, "caseworker1");
        work(reference, facts("A22"), "RecordLearning");
        assertThat(readers(reference, "N8")).containsExactlyInAnyOrder("APPLICANT " + cases.head(reference).orElseThrow().fullName(), "APPLICANT Jo Inter");
    }

    @Test
    void consent_is_asked_of_whoever_can_give_it() {
        String reference = workTo("ConfirmFacts", "A32");
        Party complainant = cases.addParty(reference, ReviewParties.COMPLAINANT, details("Late Complainant"), null, "caseworker1");
        assertThat(correct("caseworker1", reference, complainant.id(), Map.of("standing", "DECEASED", "reason", "The papers say so."))
                        .statusCode())
                .isEqualTo(302);
        work(reference, facts("A32"), "AskApplicant");
        assertThat(letter(reference, "N2")).contains("consent from the personal representative").doesNotContain("that person’s consent");
    }

    @Test
    void a_determination_is_held_back_at_any_time_and_released_after_the_others_have_theirs() {
        String reference = workTo("DecideValidity", "A22");
        Party officer = cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, details("PC Held"), null, "caseworker1");
        cases.addParty(reference, ReviewParties.INTERESTED_PERSON, details("Wit Ness"), null, "caseworker1");
        work(reference, facts("A22"), "ApproveLetters");
        assertThat(readers(reference, "N10")).hasSize(2);
        String address = "/cases/" + slug(reference) + "/people/" + officer.id();

        act("caseworker1", address, "/hold", Map.of("holdReason", "It would warn a suspect."));
        assertThat(readers(reference, "N10")).containsExactly("INTERESTED_PERSON Wit Ness");
        work(reference, facts("A22"), "RecordLearning");
        assertThat(readers(reference, "N10")).containsExactly("INTERESTED_PERSON Wit Ness");
        assertThat(person("caseworker1").form(address + "/release", Map.of(
                        "holdReason", "x", "_csrf", Visitor.token(person("caseworker1").get(address).body())))
                        .statusCode())
                .as("a caseworker releases nothing")
                .isEqualTo(403);

        act("officer2", address, "/release", Map.of("holdReason", "The suspect was charged."));
        assertThat(readers(reference, "N10")).containsExactly("INTERESTED_PERSON Wit Ness", "PERSON_COMPLAINED_AGAINST PC Held");
        act("officer2", address, "/determination", Map.of());
        assertThat(letters(reference).stream().filter("N10 APPROVED"::equals)).hasSize(2);
        assertThat(timeline(reference))
                .anyMatch(words -> words.contains("Determination held back from: PC Held"))
                .anyMatch(words -> words.contains("Determination no longer held back from: PC Held"));
    }

    @Test
    void what_was_agreed_about_letters_is_kept_whatever_words_it_was_asked_in() {
        String reference = workTo("AcknowledgeApplication", "A22");
        long applicant = cases.head(reference).orElseThrow().id();
        correct("caseworker1", reference, applicant, Map.of(
                "adjustments", "I see badly.", "largePrint", "YES", "paperColour", "pale yellow", "reason", "Agreed by phone."));
        JsonNode draft = file(reference).get("letters").get(0);
        assertThat(letters.html(draft.get("id").asLong())).contains("class=\"large\"", "pale yellow");
    }

    @Test
    void no_plain_letter_leaves_before_the_agreed_form_is_arranged() {
        String reference = workTo("AcknowledgeApplication", "A22");
        long applicant = cases.head(reference).orElseThrow().id();
        assertThat(correct("caseworker1", reference, applicant, Map.of("otherForm", "OTHER_LANGUAGE", "reason", "Agreed."))
                        .body())
                .contains("Enter which language");
        correct("caseworker1", reference, applicant, Map.of(
                "otherForm", "OTHER_LANGUAGE", "formNote", "Polish", "reason", "Agreed by phone."));
        work(reference, facts("A22"), "CheckConflicts");
        outbox.trySendNow();
        desk.letTheEngineWork();
        assertThat(letters(reference)).contains("N1 APPROVED");
        String words = shown("caseworker1", step("caseworker1", reference, "SettleLetter")).get("owedLetterWords").get("value").asText();
        assertThat(words).contains("in another language", "Polish", "Arrange that");

        complete("caseworker1", reference, "SettleLetter", Map.of(
                "settlement", "PRINT_AND_POST", "leftOn", now.today().toString(), "newAddress", "1 Test Street\nLondon"));
        assertThat(letters(reference)).contains("N1 SENT");
    }

    private HttpResponse<String> correct(String account, String reference, long id, Map<String, String> changed) {
        String address = "/cases/" + slug(reference) + "/people/" + id;
        Visitor visitor = person(account);
        Party party = cases.parties(reference).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        return visitor.submit(visitor.get(address).body(), address, typed(party, changed));
    }

    /** The form as the page fills it, with what somebody changed. */
    private static Map<String, String> typed(Party party, Map<String, String> changed) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("fullName", party.fullName());
        typed.put("email", party.email() == null ? "" : party.email());
        typed.put("postalAddress", String.join("\n", party.postalAddress()));
        typed.put("preferredContact", party.preferredContact() == null ? "" : party.preferredContact().name());
        typed.put("standing", party.standing().name());
        typed.putAll(changed);
        return typed;
    }

    private void act(String account, String address, String deed, Map<String, String> typed) {
        Visitor visitor = person(account);
        HttpResponse<String> done = visitor.submit(visitor.get(address).body(), address + deed, typed);
        assertThat(done.statusCode()).as(deed + done.body()).isEqualTo(302);
    }

    private Visitor person(String account) {
        return Visitor.signedIn(account, port);
    }

    private List<String> readers(String reference, String kind) {
        return file(reference).get("letters").findParents("kind").stream()
                .filter(letter -> letter.get("kind").asText().equals(kind))
                .map(letter -> letter.get("to").asText())
                .map(to -> to.replace(": ", " "))
                .toList();
    }

    private static PersonDetails details(String name) {
        return new PersonDetails(name, null, null, List.of("1 Example Street", "London ZZ99 1AA"), PreferredContact.POST, null);
    }

    private static String slug(String reference) {
        return reference.replace('/', '-');
    }
}
