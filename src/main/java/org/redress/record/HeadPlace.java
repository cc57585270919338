package org.redress.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Somewhere outside the database where heads of the record are kept. */
interface HeadPlace {

    /** The place in words. */
    String words();

    /** The head that went there last from this node; empty where none did. */
    Optional<Head> last() throws IOException;

    /** @throws IOException where the head could not be brought there; it is brought later */
    void take(Instant at, Head head) throws IOException;

    /** Heads that can be read back from there. */
    List<KeptHead> kept() throws IOException;

    /**
     * A file: in the data folder, or in a folder that another machine holds.
     *
     * @param mustBeThere a folder that is not made where it is missing, or null: where another machine's is not mounted, a
     *     folder of our own by the same name would be no other place
     */
    record InFile(String words, HeadsElsewhere file, Path mustBeThere) implements HeadPlace {

        static InFile onAnotherMachine(Path folder) {
            return new InFile("the folder " + folder, HeadsElsewhere.in(folder.resolve("heads.csv")), folder);
        }

        @Override
        public Optional<Head> last() throws IOException {
            return file.last().map(KeptHead::head);
        }

        @Override
        public void take(Instant at, Head head) throws IOException {
            if (mustBeThere != null && !Files.isDirectory(mustBeThere)) {
                throw new IOException("the folder is not there; is it mounted?");
            }
            file.add(at, head);
        }

        @Override
        public List<KeptHead> kept() throws IOException {
            return file.kept();
        }
    }

    /**
     * A mailbox of somebody else.
     *
     * @param sent what went there, kept here
     */
    record Mailbox(String to, String from, ObjectProvider<JavaMailSender> server, HeadsElsewhere sent) implements HeadPlace {

        static Mailbox of(String to, String from, ObjectProvider<JavaMailSender> server, Path dataDirectory) {
            return new Mailbox(to, from == null ? to : from, server,
                    HeadsElsewhere.in(dataDirectory.resolve("record").resolve("mailed.csv")));
        }

        @Override
        public String words() {
            return "the mailbox " + to;
        }

        @Override
        public Optional<Head> last() throws IOException {
            return sent.last().map(KeptHead::head);
        }

        @Override
        public void take(Instant at, Head head) throws IOException {
            JavaMailSender sender = server.getIfAvailable();
            if (sender == null) {
                throw new IOException("there is no mail server; name one with spring.mail.host");
            }
            SimpleMailMessage mail = new SimpleMailMessage();
            mail.setTo(to);
            mail.setFrom(from);
            mail.setSubject("Redress: head of the record, act " + head.number());
            mail.setText("Keep this message. With it anybody can find out later whether the record of Redress was cut or"
                    + " written anew.\n\n" + at + "," + head + "\n");
            try {
                sender.send(mail);
            } catch (MailException refused) {
                throw new IOException("the mail server did not take it: " + refused.getMessage(), refused);
            }
            sent.add(at, head);
        }

        @Override
        public List<KeptHead> kept() throws IOException {
            return sent.kept();
        }
    }
}
