package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.ComplaintReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where no mail server is configured, letters are laid into a folder, each once. */
@SpringBootTest(classes = LetterSlice.class, properties = {
        "spring.flyway.schemas=app", "spring.flyway.locations=classpath:db/migration",
        "spring.jpa.properties.hibernate.default_schema=app", "spring.jpa.hibernate.ddl-auto=validate",
        "spring.jpa.open-in-view=false", "redress.outbox.enabled=false"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxFolderIT {

    private static final List<String> ADDRESS = List.of("3 Almoner's Rents", "London ZZ99 4AB");

    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("redress.data-dir", () -> data.toString());
    }

    @Autowired
    private Letters letters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OwedDeliveries owed;

    @Autowired
    private LetterSlice.MovableClock clock;

    @Autowired
    private LetterSlice.Told told;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void startEmpty() throws IOException {
        database.execute("truncate app.letter_outbox, app.letter_copy, app.letter_proof, app.letter");
        told.events.clear();
        told.failing = false;
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".identity"))
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void a_letter_to_be_posted_is_laid_out_to_print_with_nobody_in_its_name() throws IOException {
        long id = approved("Winifred Tansy", Addressee.Contact.POST, List.of("3 Almoner's Rents", "London ZZ99 4AB"));
        letters.send(id);
        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.QUEUED);

        assertThat(outbox.trySendNow()).isEqualTo(1);

        String name = "RV-2026-000042K-N1-" + id;
        assertThat(files(data.resolve("outbox/post")))
                .containsExactlyInAnyOrder(name + ".pdf", name + ".txt", name + ".json");
        assertThat(Files.readAllBytes(data.resolve("outbox/post/" + name + ".pdf"))).isEqualTo(letters.pdf(id));
        assertThat(Files.readString(data.resolve("outbox/post/" + name + ".txt"))).isEqualTo(letters.text(id));
        JsonNode facts = new ObjectMapper().readTree(data.resolve("outbox/post/" + name + ".json").toFile());
        assertThat(facts.path("deliverBy").asText()).isEqualTo("POST");
        assertThat(facts.path("name").asText()).isEqualTo("Winifred Tansy");
        assertThat(facts.path("postalAddress").get(1).asText()).isEqualTo("London ZZ99 4AB");
        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
        assertThat(letters.get(id).sentAt()).isEqualTo(clock.instant());
        assertThat(told.events).containsExactly(new LetterSent("RV/2026/000042K", id, LetterSamples.kind("N1")));
        assertThat(files(data.resolve("outbox/.unfinished"))).isEmpty();
    }

    @Test
    void a_letter_for_e_mail_lies_in_the_outbox_itself_and_one_by_telephone_says_so() throws IOException {
        long mail = approved("A", Addressee.Contact.EMAIL, List.of());
        long phone = approved("B", Addressee.Contact.PHONE, ADDRESS);
        List.of(mail, phone).forEach(letters::send);

        assertThat(outbox.trySendNow()).isEqualTo(2);

        assertThat(data.resolve("outbox/RV-2026-000042K-N1-" + mail + ".pdf")).exists();
        assertThat(Files.readString(data.resolve("outbox/post/RV-2026-000042K-N1-" + phone + ".json")))
                .contains("\"PHONE\"");
    }

    @Test
    void a_letter_that_nobody_knows_where_to_send_is_not_sent_and_is_told_to_a_person() throws IOException {
        long post = approved("C", Addressee.Contact.POST, List.of());
        long phone = approved("B", Addressee.Contact.PHONE, List.of());
        List.of(post, phone).forEach(letters::send);

        assertThat(outbox.trySendNow()).isZero();
        assertThat(outbox.trySendNow()).isZero();

        assertThat(letters.get(post).status()).isEqualTo(LetterStatus.APPROVED);
        assertThat(letters.get(post).delivery()).isEqualTo(Delivery.ASK_FOR_ADDRESS);
        assertThat(letters.get(post).problem()).contains("No address is on the file");
        assertThat(letters.get(phone).problem()).contains("by phone");
        assertThat(data.resolve("outbox/post/RV-2026-000042K-N1-" + post + ".pdf")).doesNotExist();
        assertThat(told.events).hasSize(2).hasOnlyElementsOfType(LetterNotSent.class);

        owed.sendTo(post, "c@example.org", List.of(), "caseworker1");
        assertThat(outbox.trySendNow()).isEqualTo(1);
        assertThat(Files.readString(data.resolve("outbox/RV-2026-000042K-N1-" + post + ".json")))
                .contains("\"EMAIL\"", "c@example.org");
        owed.giveUp(phone, "officer1");
        assertThat(letters.get(phone).status()).isEqualTo(LetterStatus.APPROVED);
        assertThatThrownBy(() -> owed.left(phone, LocalDate.parse("2026-03-09"), "officer1"))
                .isInstanceOf(DeliveryNotInDoubt.class);
    }

    @Test
    void asking_twice_to_send_sends_once() throws IOException {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        letters.send(id);
        assertThat(outbox.trySendNow()).isEqualTo(1);
        Files.delete(data.resolve("outbox/post/RV-2026-000042K-N1-" + id + ".pdf"));

        letters.send(id);

        assertThat(outbox.trySendNow()).isZero();
        assertThat(data.resolve("outbox/post/RV-2026-000042K-N1-" + id + ".pdf")).doesNotExist();
        assertThat(told.events).hasSize(1);
    }

    @Test
    void a_draft_is_not_sent() {
        long id = letters.draft(acknowledgement("A", Addressee.Contact.POST, ADDRESS));

        assertThatThrownBy(() -> letters.send(id)).isInstanceOf(LetterNotApproved.class);
        assertThat(outbox.trySendNow()).isZero();
    }

    @Test
    void many_senders_at_once_send_each_letter_once() throws Exception {
        List<Long> ids = IntStream.range(0, 12)
                .mapToObj(n -> approved("A" + n, Addressee.Contact.POST, ADDRESS)).toList();
        ids.forEach(letters::send);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        int sent = 0;
        try {
            Callable<Integer> sending = outbox::trySendNow;
            for (Future<Integer> done : senders.invokeAll(List.of(sending, sending, sending, sending))) {
                sent += done.get();
            }
        } finally {
            senders.shutdown();
        }

        assertThat(sent).isEqualTo(12);
        assertThat(told.events).hasSize(12).doesNotHaveDuplicates();
        assertThat(database.queryForList("select attempts from app.letter_outbox", Integer.class)).containsOnly(1);
    }

    @Test
    void a_sender_that_died_before_the_effect_is_followed_by_another_and_the_letter_goes_out_once() throws IOException {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        assertThat(outbox.claimNext()).isPresent();
        // here the process dies: the row is marked, the folder still holds the letter unfinished

        assertThat(outbox.trySendNow()).as("it may still live").isZero();
        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.SENDING);
        clock.move(Duration.ofMinutes(2));

        assertThat(outbox.trySendNow()).isEqualTo(1);
        assertThat(files(data.resolve("outbox/post"))).hasSize(3);
        assertThat(told.events).hasSize(1);
    }

    @Test
    void a_sender_that_died_after_the_effect_is_believed_and_nothing_goes_out_again() throws IOException {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        assertThat(outbox.claimNext()).isPresent();
        String pdf = "RV-2026-000042K-N1-" + id + ".pdf";
        // the effect happened and someone has already printed and removed the letter; then the process dies
        Files.delete(data.resolve("outbox/.unfinished/" + pdf));
        clock.move(Duration.ofMinutes(2));

        assertThat(outbox.trySendNow()).isZero();

        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
        assertThat(data.resolve("outbox/post/" + pdf)).doesNotExist();
        assertThat(told.events).hasSize(1);
    }

    @Test
    void what_another_machine_left_behind_is_for_a_person() {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        assertThat(outbox.claimNext()).isPresent();
        database.update("update app.letter_outbox set sent_through = 'folder of another machine'");
        clock.move(Duration.ofMinutes(2));

        assertThat(outbox.trySendNow()).isZero();

        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.MAYBE_SENT);
        assertThat(letters.get(id).problem()).contains("may have gone out");
        clock.move(Duration.ofDays(30));
        assertThat(outbox.trySendNow()).as("never by itself").isZero();
        assertThat(told.events).singleElement().isInstanceOf(LetterNotSent.class);

        owed.left(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "officer1");
        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
        assertThatThrownBy(() -> owed.sendAgain(id, "officer1")).isInstanceOf(DeliveryNotInDoubt.class);
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_tried_again_and_then_shown_to_a_person() throws IOException {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        Path unfinished = data.resolve("outbox/.unfinished");
        Files.createDirectories(unfinished);
        Path inTheWay = unfinished.resolve("RV-2026-000042K-N1-" + id + ".pdf");
        Files.createDirectories(inTheWay);

        for (Duration wait : List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
                Duration.ofHours(6))) {
            assertThat(letters.get(id).delivery()).isEqualTo(Delivery.QUEUED);
            if (!wait.isZero()) {
                clock.move(wait.minusSeconds(1));
                assertThat(outbox.trySendNow()).as("too early").isZero();
                clock.move(Duration.ofSeconds(1));
            }
            assertThat(outbox.trySendNow()).isZero();
        }
        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(letters.get(id).problem()).contains("cannot be written to");
        assertThat(told.events).singleElement().isInstanceOf(LetterNotSent.class);

        Files.delete(inTheWay);
        owed.sendAgain(id, "officer1");
        assertThat(outbox.trySendNow()).isEqualTo(1);
    }

    @Test
    void a_letter_that_is_out_stays_out_when_what_follows_from_it_fails() {
        long id = approved("A", Addressee.Contact.POST, ADDRESS);
        letters.send(id);
        told.failing = true;

        assertThat(outbox.trySendNow()).isEqualTo(1);

        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
        assertThat(letters.get(id).problem()).contains("the case was not told");
        assertThat(outbox.trySendNow()).isZero();
    }

    private long approved(String name, Addressee.Contact contact, List<String> address) {
        long id = letters.draft(acknowledgement(name, contact, address));
        letters.approve(id, "officer1");
        return id;
    }

    private static Draft acknowledgement(String name, Addressee.Contact contact, List<String> address) {
        return new Draft("RV/2026/000042K", "N1", "START",
                new Addressee(Addressee.Role.APPLICANT, name, "someone@example.org", address, contact, false),
                new Acknowledgement(new ComplaintReference("MPS", null, null, null), LetterSamples.DATED, null, null),
                null);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
