package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.kernel.EmailAddress;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.ComplaintReference;
import org.redress.testing.FieldCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where a mail server is configured, letters to those who want e-mail go through it, each at most once. */
@SpringBootTest(classes = LetterSlice.class, properties = {
        "spring.flyway.schemas=app", "spring.flyway.locations=classpath:db/migration",
        "spring.jpa.properties.hibernate.default_schema=app", "spring.jpa.hibernate.ddl-auto=validate",
        "spring.jpa.open-in-view=false", "redress.outbox.enabled=false", "spring.mail.host=127.0.0.1",
        "spring.mail.port=1"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxMailIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

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
    private JavaMailSenderImpl mailSender;

    @Autowired
    private LetterSlice.MovableClock clock;

    @Autowired
    private LetterSlice.Told told;

    @Autowired
    private JdbcTemplate database;

    @BeforeAll
    static void startMailServer() {
        MAIL.start();
    }

    @AfterAll
    static void stopMailServer() {
        MAIL.stop();
    }

    @BeforeEach
    void startEmpty() throws FolderException {
        MAIL.purgeEmailFromAllMailboxes();
        database.execute("truncate app.letter_outbox, app.letter_copy, app.letter_proof, app.letter");
        told.events.clear();
        mailSender.setPort(MAIL.getSmtp().getPort());
    }

    @Test
    void a_letter_goes_out_as_text_with_its_pdf() throws Exception {
        long id = approved("Siobhán O'Brien \"Shiv\" <O'B>\r\nBcc: x@example.org", "o'brien+review@example.org");
        letters.send(id);

        assertThat(outbox.trySendNow()).isEqualTo(1);

        MimeMessage message = MAIL.getReceivedMessages()[0];
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("o'brien+review@example.org");
        assertThat(to.getPersonal()).isEqualTo("Siobhán O'Brien \"Shiv\" <O'B> Bcc: x@example.org");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("We have your application for a review: RV/2026/000042K");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<RV-2026-000042K-N1-" + id + "@mopac.example.org>");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(textIn(parts.getBodyPart(0)).replace("\r\n", "\n").strip()).isEqualTo(letters.text(id).strip());
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("RV-2026-000042K-N1-" + id + ".pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(letters.pdf(id));
        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
    }

    @Test
    void a_letter_to_someone_who_wants_post_is_not_e_mailed() {
        long id = letters.draft(draft("A", "a@example.org", Addressee.Contact.POST));
        letters.approve(id, "officer1");
        letters.send(id);

        assertThat(outbox.trySendNow()).isEqualTo(1);

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(data.resolve("outbox/post/RV-2026-000042K-N1-" + id + ".pdf")).exists();
    }

    @Test
    void a_mail_server_that_cannot_be_reached_is_tried_again_at_1_10_60_and_360_minutes() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            mailSender.setPort(nobody.getLocalPort());
        }
        long id = sent("a@example.org");

        assertThat(outbox.trySendNow()).isZero();
        assertThat(letters.get(id).problem()).contains("cannot be reached");
        for (int minutes : List.of(1, 10, 60)) {
            clock.move(Duration.ofMinutes(minutes).minusSeconds(1));
            outbox.trySendNow();
            int before = attempts(id);
            clock.move(Duration.ofSeconds(1));
            assertThat(outbox.trySendNow()).isZero();
            assertThat(attempts(id)).isEqualTo(before + 1);
        }
        mailSender.setPort(MAIL.getSmtp().getPort());
        clock.move(Duration.ofMinutes(360));
        assertThat(outbox.trySendNow()).isEqualTo(1);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_never_reached_ends_with_a_person() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            mailSender.setPort(nobody.getLocalPort());
        }
        long id = sent("a@example.org");
        for (int time = 0; time < 5; time++) {
            outbox.trySendNow();
            clock.move(Duration.ofHours(7));
        }

        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(letters.get(id).problem()).contains("It was tried 5 times");
        assertThat(told.events).singleElement().isInstanceOfSatisfying(LetterNotSent.class,
                event -> assertThat(event.delivery()).isEqualTo(Delivery.FAILED));
    }

    @Test
    void a_mail_server_that_asks_to_come_back_is_tried_again() {
        try (ScriptedMailServer server = new ScriptedMailServer(ScriptedMailServer.Way.GREYLISTS)) {
            mailSender.setPort(server.port());
            long id = sent("a@example.org");
            assertThat(outbox.trySendNow()).isZero();
            assertThat(letters.get(id).delivery()).isEqualTo(Delivery.QUEUED);
            assertThat(letters.get(id).problem()).contains("451");
        }
    }

    @Test
    void an_address_or_a_letter_that_is_refused_goes_to_a_person_at_once() {
        for (ScriptedMailServer.Way way : List.of(
                ScriptedMailServer.Way.REFUSES_THE_ADDRESS, ScriptedMailServer.Way.REFUSES_THE_LETTER)) {
            try (ScriptedMailServer server = new ScriptedMailServer(way)) {
                mailSender.setPort(server.port());
                long id = sent("nobody@example.org");
                assertThat(outbox.trySendNow()).isZero();
                assertThat(letters.get(id).delivery()).as(way.name()).isEqualTo(Delivery.FAILED);
                assertThat(letters.get(id).problem()).contains("refused").doesNotContain("nobody@example.org");
            }
        }
        long unusable = sent("not an address");
        outbox.trySendNow();
        assertThat(letters.get(unusable).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(letters.get(unusable).problem()).contains("cannot be used").doesNotContain("not an address");
    }

    @Test
    void a_letter_leaves_for_the_address_on_the_file_in_every_script_or_does_not_leave() {
        for (ScriptedMailServer.Way way : List.of(ScriptedMailServer.Way.TAKES, ScriptedMailServer.Way.TAKES_EVERY_SCRIPT)) {
            boolean everyScript = way == ScriptedMailServer.Way.TAKES_EVERY_SCRIPT;
            for (JsonNode each : FieldCase.input("C04-email-beyond-ascii").get("emails")) {
                String address = each.get("email").asText().strip();
                try (ScriptedMailServer server = new ScriptedMailServer(way)) {
                    mailSender.setPort(server.port());
                    long id = sent(address);
                    outbox.trySendNow();
                    List<String> spoken = List.copyOf(server.envelopes);

                    if (!EmailAddress.isOne(address)) {
                        assertThat(spoken).as(address).isEmpty();
                        assertThat(letters.get(id).problem()).contains("cannot be used");
                    } else if (!everyScript && EmailAddress.isBeyondAscii(EmailAddress.forMail(address))) {
                        assertThat(spoken).as(address).isEmpty();
                        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.FAILED);
                        assertThat(letters.get(id).problem()).contains("letters beyond a to z");
                    } else {
                        assertThat(spoken).as(address).hasSize(2).last().isEqualTo("RCPT TO:<" + EmailAddress.forMail(address) + ">");
                        assertThat(spoken.get(0).contains("SMTPUTF8"))
                                .isEqualTo(EmailAddress.isBeyondAscii(EmailAddress.forMail(address)));
                        assertThat(letters.get(id).status()).isEqualTo(LetterStatus.SENT);
                    }
                }
            }
        }
    }

    @Test
    void a_mail_server_that_breaks_off_after_the_letter_may_have_it_so_it_is_not_sent_again() {
        try (ScriptedMailServer server = new ScriptedMailServer(ScriptedMailServer.Way.BREAKS_OFF_AFTER_THE_LETTER)) {
            mailSender.setPort(server.port());
            long id = sent("a@example.org");

            assertThat(outbox.trySendNow()).isZero();
            clock.move(Duration.ofDays(2));
            assertThat(outbox.trySendNow()).isZero();

            assertThat(server.lettersTaken).hasValue(1);
            assertThat(letters.get(id).delivery()).isEqualTo(Delivery.MAYBE_SENT);
            assertThat(letters.get(id).status()).isEqualTo(LetterStatus.APPROVED);
            assertThat(told.events).singleElement().isInstanceOf(LetterNotSent.class);
        }
    }

    @Test
    void a_sender_that_died_between_mark_and_effect_leaves_a_letter_for_a_person() {
        long id = sent("a@example.org");
        assertThat(outbox.claimNext()).isPresent();
        // here the process dies: nobody can tell from outside whether the mail server has the letter
        clock.move(Duration.ofMinutes(2));

        assertThat(outbox.trySendNow()).isZero();
        assertThat(letters.get(id).delivery()).isEqualTo(Delivery.MAYBE_SENT);
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        owed.sendAgain(id, "officer1");
        assertThat(outbox.trySendNow()).isEqualTo(1);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void two_senders_at_once_send_each_letter_once() throws Exception {
        IntStream.range(0, 8).forEach(n -> sent("a" + n + "@example.org"));
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> sending = outbox::trySendNow;
            for (Future<Integer> done : senders.invokeAll(List.of(sending, sending))) {
                done.get();
            }
        } finally {
            senders.shutdown();
        }

        assertThat(MAIL.getReceivedMessages()).hasSize(8)
                .extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
    }

    private int attempts(long id) {
        return database.queryForObject("select attempts from app.letter_outbox where letter_id = ?", Integer.class, id);
    }

    private long sent(String email) {
        long id = approved("A", email);
        letters.send(id);
        return id;
    }

    private long approved(String name, String email) {
        long id = letters.draft(draft(name, email, Addressee.Contact.EMAIL));
        letters.approve(id, "officer1");
        return id;
    }

    private static Draft draft(String name, String email, Addressee.Contact contact) {
        return new Draft("RV/2026/000042K", "N1", "START",
                new Addressee(Addressee.Role.APPLICANT, name, email, List.of("3 Almoner's Rents"), contact, false),
                new Acknowledgement(new ComplaintReference("MPS", null, null, null), LetterSamples.DATED, null, null),
                null);
    }

    private static String textIn(Part part) throws Exception {
        Object content = part.getContent();
        return content instanceof MimeMultipart inner ? textIn(inner.getBodyPart(0)) : content.toString();
    }
}
