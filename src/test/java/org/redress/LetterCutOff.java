package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.redress.letter.ScriptedMailServer;
import org.redress.letter.ScriptedMailServer.Way;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.RunningJar;

/**
 * A letter of which the mail server has every word and the house no answer, when the house is killed: nobody can tell whether
 * it left. It must not leave again by itself, and the case must not close over it.
 */
final class LetterCutOff implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STEP = "SettleLetter";
    private static final String LAST_STEP = "ForwardToIopc";

    private final ScriptedMailServer mail = new ScriptedMailServer(Way.TAKES);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final ObjectMapper json;
    private final ObjectNode application;
    private final ObjectNode facts;
    private String reference;
    private Desk desk;

    LetterCutOff(ObjectMapper json) throws IOException {
        this.json = json;
        JsonNode given = given();
        String outcome = today.minusDays(16).toString();
        application = given.get("application").deepCopy();
        application.put("receivedAt", Instant.now().minus(Duration.ofDays(1)).toString());
        ((ObjectNode) application.get("outcome")).put("letterDate", outcome).put("sentOn", outcome).put("reviewRightsProvidedOn", outcome);
        facts = given.get("facts").deepCopy();
        facts.put("informationProvidedOn", outcome);
    }

    /** A case that ends by itself, without a review, as soon as its letters are out. */
    private JsonNode given() throws IOException {
        return StreamSupport.stream(json.readTree(getClass().getResource("/applications.json")).spliterator(), false)
                .filter(one -> one.get("id").asText().equals("A23"))
                .findFirst()
                .orElseThrow();
    }

    /** What the house must be told for its letters to leave by this mail server, and soon. */
    Stream<String> settings() {
        return Stream.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--redress.outbox.poll=PT1S",
                "--redress.outbox.presumed-dead-after=PT1S");
    }

    void isHalfSentBy(RunningJar house) {
        desk = new Desk(house.port(), json, null);
        reference = desk.apply(application);
        mail.becomes(Way.STALLS_AFTER_THE_LETTER);
        complete(waits("AcknowledgeApplication"));
        await("the mail server has the letter").atMost(SOON).until(() -> came("N1") == 1);
        assertThat(letters()).containsExactly("N1 APPROVED");
    }

    void isOwedWhen(RunningJar house) {
        desk = new Desk(house.port(), json, null);
        mail.becomes(Way.TAKES);
        Waiting step = waits(STEP);
        JsonNode letter = desk.caseFile(reference).get("letters").get(0);
        assertThat(letters()).containsExactly("N1 APPROVED");
        assertThat(letter.get("owed").asText()).contains("Redress stopped while the letter went out", "it may have gone out");
        assertThat(desk.get("caseworker1", "/engine-rest/task/" + step.id() + "/identity-links").body().findValuesAsText("groupId"))
                .as("whose step it is")
                .contains("caseworkers");
        assertThat(desk.get("caseworker1", "/engine-rest/task/" + step.id()).body().get("due").asText())
                .as("the day of its clock")
                .startsWith(clock("LETTER_OWED").get("dueOn").asText());
        assertThat(clock("LETTER_OWED").get("state").asText()).isEqualTo("RUNNING");

        for (String done = ""; !done.equals(LAST_STEP); ) {
            Waiting next = await("the next step").atMost(SOON).until(this::next, Objects::nonNull);
            complete(next);
            done = next.step();
        }
        await("the other letter is out").atMost(SOON).until(() -> letters().contains("N3 SENT"));
        assertThat(state()).as("no case closes over a letter that may not have left").isEqualTo("OPEN");
        assertThat(next()).isNull();
        assertThat(came("N1")).as("sent once, and not again in silence").isEqualTo(1);

        complete(waits(STEP));
        await("closed").atMost(SOON).until(() -> state().equals("CLOSED"));
        assertThat(letters()).containsExactlyInAnyOrder("N1 SENT", "N3 SENT");
        assertThat(List.of(came("N1"), came("N3"))).containsExactly(1L, 1L);
    }

    private Waiting waits(String step) {
        return await(step).atMost(SOON).until(
                () -> waiting().filter(found -> found.step().equals(step)).findFirst().orElse(null), Objects::nonNull);
    }

    private Waiting next() {
        return waiting().filter(found -> !found.step().equals(STEP)).findFirst().orElse(null);
    }

    private Stream<Waiting> waiting() {
        return Stream.of("caseworker1", "officer1", "manager").flatMap(account -> desk.waiting(account, reference).stream());
    }

    private void complete(Waiting step) {
        Desk.Answer answer = new Colleagues(desk, today).complete(step, facts);
        assertThat(answer.status()).as("%s: %s", step.step(), answer.raw().body()).isEqualTo(204);
    }

    private List<String> letters() {
        List<String> letters = new ArrayList<>();
        desk.caseFile(reference).get("letters").forEach(
                letter -> letters.add(letter.get("kind").asText() + " " + letter.get("status").asText()));
        return letters;
    }

    private String state() {
        return desk.caseFile(reference).get("state").asText();
    }

    private JsonNode clock(String name) {
        JsonNode clocks = desk.get("caseworker1", "/api/cases/" + reference.replace('/', '-') + "/clocks").body();
        return StreamSupport.stream(clocks.spliterator(), false)
                .filter(clock -> clock.get("clock").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The case has no clock " + name + ": " + clocks));
    }

    /** How often a letter of the case came to the mail server. */
    private long came(String kind) {
        String name = reference.replace('/', '-') + "-" + kind + "-";
        return mail.messageIds.stream().filter(id -> id.contains(name)).count();
    }

    @Override
    public void close() {
        mail.close();
    }
}
