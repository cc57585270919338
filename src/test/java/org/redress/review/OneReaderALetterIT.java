package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.casefile.PersonDetails;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Each letter has one reader, and holds what that reader may read and nothing else. */
class OneReaderALetterIT extends AtTheDesk {

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Test
    void a_paragraph_written_for_one_letter_stays_in_it_when_the_letters_are_amended() throws IOException {
        JsonNode given = given("C02-amended-letters").get("input");
        String reference = withPeople(given, "ApproveLetters");
        String paragraph = given.get("paragraphAddedToN8Only").asText();
        LetterView n8 = only(reference, "N8");
        letters.editAdditionalText(n8.id(), paragraph, "caseworker1", n8.version());
        complete("officer2", reference, "ApproveLetters", answers(given.get("approver")));

        Waiting amend = step("caseworker1", reference, "AmendLetters");
        JsonNode shown = shown("caseworker1", amend);
        complete("caseworker1", reference, "AmendLetters", Map.of(
                "letter", shown.get("letter").get("value").asText(),
                "additionalText", shown.get("additionalText").get("value").asText(),
                "amended", true));

        assertThat(shown.get("addedWords").get("value").asText()).contains("N8");
        assertThat(outcomeLetters(reference)).hasSize(4);
        assertThat(outcomeLetters(reference).stream()
                        .filter(letter -> letters.text(letter.id()).contains(paragraph))
                        .map(letter -> letter.kind().code()))
                .containsExactly("N8");
    }

    @Test
    void an_amendment_needs_its_letter_and_is_not_copied_into_another() throws IOException {
        String reference = withPeople(given("C02-amended-letters").get("input"), "ApproveLetters");
        complete("officer2", reference, "ApproveLetters", Map.of("approved", "NO", "amendments", "Say more."));

        Answer nowhere = submit("caseworker1", reference, "AmendLetters", Map.of("additionalText", "One more thing.", "amended", true));
        assertThat(fields(nowhere)).containsExactly("letter");

        String n9 = String.valueOf(only(reference, "N9").id());
        complete("caseworker1", reference, "AmendLetters", Map.of("letter", n9, "additionalText", "One more thing.", "amended", true));
        complete("officer2", reference, "ApproveLetters", Map.of("approved", "NO", "amendments", "The same to the complainant?"));
        Answer copied = submit("caseworker1", reference, "AmendLetters", Map.of(
                "letter", String.valueOf(only(reference, "N8").id()), "additionalText", "One more thing.", "amended", true));
        assertThat(fields(copied)).containsExactly("additionalText");
        assertThat(letter(reference, "N9")).contains("One more thing.");
        assertThat(letter(reference, "N8")).doesNotContain("One more thing.");
    }

    @Test
    void two_people_of_one_name_and_role_get_a_letter_each() throws IOException {
        String reference = withPeople(given("C03-two-people-one-name").get("input"), "ApproveLetters");

        for (String kind : List.of("N5", "N10")) {
            List<LetterView> theirs = of(reference, kind).stream()
                    .filter(letter -> letter.to().name().equals("Terence Hollis"))
                    .toList();
            assertThat(theirs).as(kind).hasSize(2);
            assertThat(theirs.stream().map(letter -> letter.to().party())).doesNotHaveDuplicates().doesNotContainNull();
            assertThat(theirs.stream().filter(letter -> letters.text(letter.id()).contains("14 Ash Lane"))).as(kind).hasSize(1);
        }
        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES"));
        assertThat(letters(reference).stream().filter("N10 APPROVED"::equals)).hasSize(2);
    }

    @Test
    void the_complainant_reads_only_of_papers_that_somebody_chose_and_in_words_of_their_own() throws IOException {
        String reference = workTo("DecideOutcome", "A22");
        List<Document> papers = new ArrayList<>();
        given("C07-file-names-in-outcome-letter").get("input").get("documents").forEach(name -> papers.add(
                documents.add(reference, name.asText(), ("of " + name.asText()).getBytes(StandardCharsets.UTF_8), null, "caseworker1")));
        papers.add(documents.add(reference, "CAD 5521 call log J Wetherby.txt", "log".getBytes(StandardCharsets.UTF_8), null, "caseworker1"));
        Visitor visitor = Visitor.signedIn("caseworker1", port);

        String refused = describe(visitor, reference, papers.get(1), "LEGAL_ADVICE", "the advice of counsel", "YES", "COMPLAINANT");
        assertThat(refused).contains("privileged papers and papers of somebody else are named in no letter");
        assertThat(describe(visitor, reference, papers.get(3), "RECORD", "CAD 5521 call log J Wetherby.txt", "YES", "COMPLAINANT"))
                .contains("this is the name of the file");
        assertThat(describe(visitor, reference, papers.get(3), "RECORD", "the log of the call", "NO", "COMPLAINANT"))
                .contains("letters name what was considered and nothing else");
        describe(visitor, reference, papers.get(0), "ABOUT_SOMEBODY_ELSE", "a neighbour’s statement", "YES", null);
        describe(visitor, reference, papers.get(3), "RECORD", "the log of the call", "YES", "COMPLAINANT");
        work(reference, facts("A22"), "ApproveLetters");

        String n8 = letter(reference, "N8");
        assertThat(n8).contains("- the log of the call").doesNotContain("Wetherby", "Elm Court", "counsel", "Vetting", ".txt", "neighbour");
        assertThat(letter(reference, "N9")).doesNotContain("the log of the call", ".txt", "Wetherby");
        assertThat(visitor.get(here(reference)).body()).contains("the log of the call", "Named in letters to: the complainant.",
                "Nobody has said what it is. No letter names it.");
        assertThat(timeline(reference)).contains("Said what a document is and in whose letters it may be named");
    }

    @Test
    void somebody_added_after_the_letters_were_drafted_gets_one_that_is_read_first() throws IOException {
        String reference = withPeople(given("C02-amended-letters").get("input"), "ApproveLetters");
        Party late = cases.addParty(reference, ReviewParties.INTERESTED_PERSON,
                new PersonDetails("Rosalind Etheredge", "r.etheredge@example.org", null, List.of(), null, null), null, "caseworker1");
        Waiting approve = step("officer2", reference, "ApproveLetters");
        LetterView added = of(reference, "N10").stream()
                .filter(letter -> late.id().equals(letter.to().party()))
                .findFirst()
                .orElseThrow();

        assertThat(shown("officer2", approve).get("lettersWords").get("value").asText()).contains("Rosalind Etheredge");
        Answer unread = desk.submit("officer2", approve, Map.of("approved", "YES"));
        assertThat(fields(unread)).containsExactly("lettersRead");
        assertThat(unread.body().get("message").asText()).contains("N10", "Rosalind Etheredge", "Read it on the case page");
        assertThat(letters(reference)).doesNotContain("N8 APPROVED");

        complete("officer2", reference, "ApproveLetters",
                Map.of("approved", "YES", "lettersRead", List.of(String.valueOf(added.id()))));
        assertThat(letters(reference)).doesNotContain("N10 DRAFT");
    }

    @Test
    void a_notice_for_somebody_added_after_the_notices_were_drafted_is_read_first() {
        String reference = workTo("NotifyForce", "A22");
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person("PC Lee Ward"), null, "caseworker1");

        Answer unread = submit("caseworker1", reference, "NotifyForce", Map.of("letterChecked", true));
        assertThat(fields(unread)).containsExactly("lettersRead");

        LetterView added = of(reference, "N5").stream().filter(letter -> letter.to().name().equals("PC Lee Ward")).findFirst().orElseThrow();
        complete("caseworker1", reference, "NotifyForce",
                Map.of("letterChecked", true, "lettersRead", List.of(String.valueOf(added.id()))));
        assertThat(letters(reference).stream().filter("N5 APPROVED"::equals)).hasSize(2);
    }

    @Test
    void others_read_of_what_concerns_them_in_words_for_them_and_of_nothing_else() {
        String reference = workTo("AssessAllegation", "A01");
        Party ward = cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person("PC Lee Ward"), null, "caseworker1");
        Party hollis = cases.addParty(reference, ReviewParties.INTERESTED_PERSON, person("Terence Hollis"), null, "caseworker1");
        assess(reference, 1, Map.of(
                "about", "Camera footage was not collected.",
                "concerns", List.of(String.valueOf(ward.id())),
                "reason", "You told the police where the cameras were. Your complaint says so.",
                "reasonForForce", "The complainant had named the cameras in writing.",
                "reasonForSubject", "The outcome letter says nothing of the cameras.",
                "reasonForInterested", "The outcome letter is silent on the cameras."));
        assess(reference, 2, Map.of(
                "about", "Nobody called back.",
                "concerns", List.of("NOBODY"),
                "reason", "The force said sorry, and that is enough."));
        work(reference, facts("A01"), "ApproveLetters");

        assertThat(letter(reference, "N8")).contains("You told the police where the cameras were.");
        assertThat(letter(reference, "N9")).contains("The complainant had named the cameras in writing.").doesNotContain("Your complaint");
        assertThat(textTo(reference, ward))
                .contains("The parts that concern you", "Camera footage was not collected.", "The outcome letter says nothing of the cameras.")
                .doesNotContain("Nobody called back", "said sorry", "Delphine", "Achterberg", "Hollis", "my flat");
        assertThat(textTo(reference, hollis))
                .contains("No single part of the complaint concerns you.")
                .doesNotContain("Camera footage", "Nobody called back", "Ward", "Achterberg");
    }

    @Test
    void reasons_that_another_reader_would_get_are_refused_where_they_are_written() {
        String reference = workTo("AssessAllegation", "A01");
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person("PC Lee Ward"), null, "caseworker1");
        cases.addParty(reference, ReviewParties.INTERESTED_PERSON, person("Terence Hollis"), null, "caseworker1");
        Map<String, Object> answers = assessing(reference, 1);
        answers.remove("concerns");
        answers.put("reason", "Your complaint names Mr Hollis.");

        Answer refused = desk.submit("caseworker1", assessStep(reference, 1), answers);

        assertThat(fields(refused)).containsExactlyInAnyOrder("reasonForForce", "reasonForSubject", "reasonForInterested", "concerns");
        assertThat(refused.body().get("message").asText()).contains("“Your complaint”", "Write the reasons for the force as well");
        answers.put("about", "Mr Hollis’s footage");
        answers.put("concerns", List.of("NOBODY"));
        answers.put("reasonForForce", "The complaint names a neighbour.");
        answers.put("reasonForSubject", "The complaint names a neighbour.");
        answers.put("reasonForInterested", "The complaint names a neighbour.");
        assertThat(fields(desk.submit("caseworker1", assessStep(reference, 1), answers))).containsExactly("about");
    }

    @Test
    void a_letter_that_names_somebody_its_reader_may_not_know_is_refused_until_a_person_says_why() {
        String reference = workTo("AssessAllegation", "A22");
        Party ward = cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person("PC 4417ZQ Lee Ward"), null, "caseworker1");
        work(reference, facts("A22"), "ApproveLetters");
        LetterView n10 = only(reference, "N10");
        String applicant = cases.head(reference).orElseThrow().fullName();
        letters.editAdditionalText(n10.id(), "As " + applicant + " told us.", "caseworker1", n10.version());
        Waiting approve = step("officer2", reference, "ApproveLetters");

        assertThat(shown("officer2", approve).get("namesWords").get("value").asText()).contains("N10");
        assertThat(letters.get(n10.id()).notes()).anyMatch(note -> note.contains(applicant));
        Answer refused = desk.submit("officer2", approve, Map.of("approved", "YES"));
        assertThat(fields(refused)).contains("namesMayStay");
        assertThat(refused.body().get("message").asText())
                .contains("Letter N10 to PC 4417ZQ Lee Ward", "“" + applicant + "”", "say why it may stay");
        assertThat(letters(reference)).doesNotContain("N10 APPROVED");

        complete("officer2", reference, "ApproveLetters", Map.of("approved", "YES", "namesMayStay", "Agreed with both on the telephone."));

        assertThat(letters(reference)).contains("N10 APPROVED");
        assertThat(acts.of(reference)).anySatisfy(act -> {
            assertThat(act.summary()).startsWith("N10 ").endsWith(" approved");
            assertThat(act.ground()).isEqualTo("Agreed with both on the telephone.");
            assertThat(act.details()).contains(applicant);
        });
        assertThat(ward.told()).isTrue();
    }

    @Test
    void an_outcome_against_the_findings_tells_every_reader_why() {
        String reference = workTo("DecideOutcome", "A22");
        Map<String, Object> decision = new HashMap<>(Map.of(
                "outcome", "UPHELD", "measures", List.of("P10"), "recommendationText", "Explain it.",
                "outcomeReason", "As a whole it was not good enough.", "departureReason", "Your complaint as a whole was not answered."));
        assertThat(fields(submit("caseworker1", reference, "DecideOutcome", decision))).containsExactly("departureReason");
        decision.put("departureReason", "The single answers are fair, but nobody drew them together.");
        complete("caseworker1", reference, "DecideOutcome", decision);
        complete("officer1", reference, "CheckQuality", Map.of("sound", "YES"));

        for (String kind : List.of("N8", "N9")) {
            assertThat(letter(reference, kind)).as(kind)
                    .contains("This is why:", "The single answers are fair, but nobody drew them together.");
        }
        assertThat(letter(reference, "N8")).contains("On single points we found otherwise.").doesNotContain("we agree with you on the outcome");
    }

    private String withPeople(JsonNode input, String stopAt) {
        String reference = workTo("NotifyForce", "A22");
        List<String> read = new ArrayList<>();
        input.get("people").forEach(given -> {
            List<String> address = new ArrayList<>();
            given.path("postalAddress").forEach(line -> address.add(line.asText()));
            cases.addParty(
                    reference,
                    new PartyRole(given.get("role").asText()),
                    new PersonDetails(given.get("fullName").asText(), given.path("email").asText(null), null, address, null, null),
                    null,
                    "caseworker1");
        });
        of(reference, "N5").stream().filter(LetterView::addedLater).forEach(letter -> read.add(String.valueOf(letter.id())));
        complete("caseworker1", reference, "NotifyForce", Map.of("letterChecked", true, "lettersRead", read));
        work(reference, facts("A22"), stopAt);
        return reference;
    }

    private JsonNode given(String file) throws IOException {
        return json.readTree(getClass().getResource("/field/" + file + ".json"));
    }

    private Map<String, Object> answers(JsonNode given) {
        return json.convertValue(given, json.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    private static PersonDetails person(String name) {
        return new PersonDetails(name, null, null, List.of("7 Thistle Rise", "London ZZ99 4QT"), null, null);
    }

    private List<LetterView> of(String reference, String kind) {
        return letters.of(reference).stream().filter(letter -> letter.kind().code().equals(kind)).toList();
    }

    private LetterView only(String reference, String kind) {
        return of(reference, kind).get(0);
    }

    private List<LetterView> outcomeLetters(String reference) {
        return letters.of(reference).stream().filter(letter -> letter.purpose().equals("OUTCOME")).toList();
    }

    private String textTo(String reference, Party reader) {
        return of(reference, "N10").stream()
                .filter(letter -> reader.id().equals(letter.to().party()))
                .map(letter -> letters.text(letter.id()).replaceAll("\\s+", " "))
                .findFirst()
                .orElseThrow();
    }

    private Waiting assessStep(String reference, int number) {
        return desk.waiting("caseworker1", reference).stream()
                .filter(step -> step.name().endsWith(" " + number))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> assessing(String reference, int number) {
        ObjectNode facts = facts("A01");
        return new HashMap<>(new Colleagues(desk, now.today()).answers(assessStep(reference, number), facts));
    }

    private void assess(String reference, int number, Map<String, Object> words) {
        Map<String, Object> answers = assessing(reference, number);
        answers.putAll(words);
        Answer answer = desk.submit("caseworker1", assessStep(reference, number), answers);
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(204);
        desk.letTheEngineWork();
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as("%s", answer.raw().body()).isEqualTo(422);
        return answer.body().get("faults").findValuesAsText("field");
    }

    private static String here(String reference) {
        return "/cases/" + reference.replace('/', '-');
    }

    private String describe(
            Visitor visitor, String reference, Document paper, String kind, String description, String considered, String namedTo) {
        String page = here(reference) + "/documents/" + paper.id() + "/about";
        String form = visitor.get(page).body();
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", kind,
                "description", description,
                "considered", considered,
                "_seen", form.replaceAll("(?s).*name=\"_seen\" value=\"([^\"]*)\".*", "$1"),
                "_once", form.replaceAll("(?s).*name=\"_once\" value=\"([^\"]*)\".*", "$1"),
                "_csrf", Visitor.token(form)));
        if (namedTo != null) {
            fields.put("namedTo", namedTo);
        }
        return visitor.form(page, fields).body();
    }
}
