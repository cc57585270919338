package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.clock.Now;
import org.redress.letter.Addressee;
import org.redress.letter.Letters;
import org.redress.rules.Rule;
import org.redress.testing.BadPhrases;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Thirty-six real-looking applications, each worked by the doors and forms that people use, to the end that the law sets. */
@RedressTest
class AllApplicationsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Now now;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Letters letters;

    @TestFactory
    @Rule("7.6")
    Stream<DynamicTest> every_application_reaches_its_end() throws IOException {
        JsonNode applications = json.readTree(getClass().getResource("/applications.json"));
        assertThat(applications).hasSize(36);
        assertThat(applications.findValuesAsText("channel"))
                .contains("FORM", "EMAIL", "POST", "PHONE", "FORWARDED_BY_IOPC", "CENTURION");
        List<DynamicTest> tests = new ArrayList<>();
        applications.forEach(given -> tests.add(DynamicTest.dynamicTest(
                given.get("id").asText() + " ends as " + given.get("expected").get("path").asText(),
                () -> reachesItsEnd(given))));
        return tests.stream();
    }

    private void reachesItsEnd(JsonNode given) {
        Desk desk = new Desk(port, json, jobs);
        JsonNode expected = given.get("expected");
        boolean asks = expected.get("path").asText().equals("ASK_APPLICANT");

        String reference = desk.apply(given.get("application"));
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, person("PC Quillon Ferreby"), null, "caseworker1");
        cases.addParty(reference, ReviewParties.INTERESTED_PERSON, person("Ottilie Brandreth"), null, "caseworker1");
        handInPapers(desk, reference, given.get("facts"));
        List<String> done =
                new Colleagues(desk, now.today()).work(reference, given.get("facts"), "RecordAnswer");

        JsonNode file = desk.caseFile(reference);
        assertThat(file.get("regime")).isEqualTo(expected.get("regime"));
        assertThat(file.get("route")).isEqualTo(expected.get("route"));
        assertThat(file.get("limbs").findValuesAsText("provision")).isEqualTo(texts(expected.get("limbs")));
        assertThat(file.get("reviewBody")).isEqualTo(expected.get("reviewBody"));
        assertThat(file.get("timeliness")).isEqualTo(expected.get("timeliness"));
        assertThat(file.get("countedDays")).isEqualTo(expected.get("countedDays"));
        assertThat(file.get("lastDay")).isEqualTo(expected.get("lastDay"));
        assertThat(texts(file.get("validityCodes"))).isEqualTo(texts(expected.get("validityCodes")));
        assertThat(file.get("path")).as("steps done: %s", done).isEqualTo(expected.get("path"));
        assertThat(file.get("state").asText()).isEqualTo(asks ? "WAITING_FOR_APPLICANT" : "CLOSED");
        assertThat(file.get("letters"))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.get("status").asText()).isEqualTo("APPROVED"));
        tellsNobodyOfSomebodyElse(reference);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .rootProcessInstances()
                        .count())
                // the review, and beside it the next update to the applicant
                .isEqualTo(asks ? 2 : 0);
    }

    /** Reads every letter of the case with the eyes of its reader. */
    private void tellsNobodyOfSomebodyElse(String reference) {
        letters.of(reference).forEach(letter -> {
            String name = reference + " " + letter.kind() + " to " + letter.to().name();
            BadPhrases.mustNotBeIn(name, letter.to().role().name(), letters.text(letter.id()));
            assertThat(letters.notForReader(letter.id())).as(name).isEmpty();
            if (letter.to().role() == Addressee.Role.FORCE) {
                return;
            }
            String text = letters.text(letter.id());
            cases.parties(reference).stream()
                    .filter(party -> !party.id().equals(letter.to().party()))
                    .filter(party -> !party.role().equals(ReviewParties.COMPLAINANT) || letter.to().role() != Addressee.Role.APPLICANT)
                    .forEach(party -> assertThat(text).as(name).doesNotContain(party.fullName()));
        });
    }

    /** What the force sends: the facts that its papers settle. */
    private void handInPapers(Desk desk, String reference, JsonNode facts) {
        ObjectNode settled = facts.deepCopy();
        settled.remove(List.of("allegations", "measures"));
        ObjectNode papers = json.createObjectNode();
        papers.put("receivedOn", now.today().toString());
        papers.set("facts", settled);
        Desk.Answer answer = desk.post("intake", "/api/cases/" + reference.replace('/', '-') + "/papers", papers);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private static PersonDetails person(String name) {
        return new PersonDetails(name, null, null, List.of("7 Thistle Rise", "London ZZ99 4QT"), PreferredContact.POST, null);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
