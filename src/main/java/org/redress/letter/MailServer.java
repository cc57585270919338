package org.redress.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.redress.kernel.EmailAddress;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends letters by e-mail: the words as text, the letter itself as PDF beside them. */
class MailServer implements WayOut {

    private final JavaMailSender server;
    private final OfficeProperties office;
    private final Clock clock;

    MailServer(JavaMailSender server, OfficeProperties office, Clock clock) {
        this.server = server;
        this.office = office;
        this.clock = clock;
        if (server instanceof JavaMailSenderImpl configured) {
            // by itself JavaMail waits for ever
            String protocol = configured.getProtocol() == null ? "smtp" : configured.getProtocol();
            Properties properties = configured.getJavaMailProperties();
            properties.putIfAbsent("mail." + protocol + ".connectiontimeout", "15000");
            properties.putIfAbsent("mail." + protocol + ".timeout", "60000");
            properties.putIfAbsent("mail." + protocol + ".writetimeout", "60000");
        }
    }

    @Override
    public String name() {
        return "mail server";
    }

    @Override
    public void prepare(Outgoing letter) throws NotDelivered {
        write(letter, senderFor(letter));
    }

    @Override
    public void deliver(Outgoing letter) throws NotDelivered {
        JavaMailSender sender = senderFor(letter);
        MimeMessage message = write(letter, sender);
        try {
            sender.send(message);
        } catch (MailAuthenticationException refused) {
            throw new NotDelivered(NotDelivered.Cure.WAIT,
                    "The mail server refused our account. Check its name and password.", refused);
        } catch (MailException failed) {
            throw explain(failed);
        }
    }

    @Override
    public Fate fateOf(String fileName) {
        return Fate.UNKNOWN;
    }

    /** The mail server as it is configured, or as one that takes letters of every script where the address has such. */
    private JavaMailSender senderFor(Outgoing letter) throws NotDelivered {
        return server instanceof JavaMailSenderImpl configured && EmailAddress.isBeyondAscii(addressOf(letter))
                ? new MailInEveryScript(configured)
                : server;
    }

    private static String addressOf(Outgoing letter) throws NotDelivered {
        if (!EmailAddress.isOne(letter.to().email())) {
            throw unusable(null);
        }
        return EmailAddress.forMail(letter.to().email());
    }

    private MimeMessage write(Outgoing letter, JavaMailSender sender) throws NotDelivered {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(new InternetAddress(office.email(), office.name(), StandardCharsets.UTF_8.name()));
            mail.setTo(new InternetAddress(addressOf(letter), letter.to().name(), StandardCharsets.UTF_8.name()));
            mail.setSubject(letter.title() + ": " + letter.caseReference());
            mail.setText(letter.text());
            mail.addAttachment(letter.fileName() + ".pdf", new ByteArrayResource(letter.pdf()), "application/pdf");
            mail.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", "en-GB");
            // always the same for one letter, so that a mail server's log answers whether it went out
            message.setHeader("Message-ID", "<" + letter.fileName() + "@" + office.email().replaceAll(".*@", "") + ">");
            return message;
        } catch (MessagingException | UnsupportedEncodingException broken) {
            throw unusable(broken);
        }
    }

    private static NotDelivered unusable(Exception cause) {
        return new NotDelivered(NotDelivered.Cure.PERSON,
                "The e-mail address on the file cannot be used. Correct it, or post the letter.", cause);
    }

    private static NotDelivered explain(MailException failed) {
        if (failed.getCause() instanceof MailInEveryScript.NotUnderstood) {
            return new NotDelivered(NotDelivered.Cure.PERSON,
                    "The mail server takes no e-mail address with letters beyond a to z, as this one has. Ask for another address, or"
                            + " post the letter.", failed);
        }
        if (neverConnected(failed)) {
            return new NotDelivered(NotDelivered.Cure.WAIT,
                    "The mail server cannot be reached. It will be tried again.", failed);
        }
        int answer = answerIn(failed);
        if (answer >= 500) {
            return new NotDelivered(NotDelivered.Cure.PERSON,
                    "The mail server refused the letter (answer " + answer
                            + "). Check the address with its owner, or post the letter.", failed);
        }
        if (answer >= 400) {
            return new NotDelivered(NotDelivered.Cure.WAIT,
                    "The mail server will not take the letter now (answer " + answer + "). It will be tried again.",
                    failed);
        }
        return new NotDelivered(NotDelivered.Cure.FIND_OUT,
                "The mail server broke off while it took the letter, so it may have gone out. Look in the mail server's "
                        + "log for the letter's file name, then say what you found.", failed);
    }

    /** Whether not a word of the letter was spoken. Spring says so only in the words of its exception. */
    private static boolean neverConnected(MailException failed) {
        return failed instanceof MailSendException && failed.getCause() != null
                && (failed.getCause() instanceof MailConnectException
                        || String.valueOf(failed.getMessage()).startsWith("Mail server connection failed"));
    }

    /** The mail server's own answer, where there is one: then it is certain that the letter did not go out. */
    private static int answerIn(MailException failed) {
        Exception[] each = failed instanceof MailSendException sending
                ? sending.getMessageExceptions()
                : new Exception[] {failed};
        int worst = -1;
        for (Throwable problem : each) {
            for (Throwable next = problem; next != null; next = next instanceof MessagingException chained
                    && chained.getNextException() != null ? chained.getNextException() : next.getCause()) {
                if (next instanceof SMTPAddressFailedException address) {
                    worst = Math.max(worst, address.getReturnCode());
                } else if (next instanceof SMTPSenderFailedException sender) {
                    worst = Math.max(worst, sender.getReturnCode());
                } else if (next instanceof SMTPSendFailedException whole) {
                    worst = Math.max(worst, whole.getReturnCode());
                }
            }
        }
        return worst;
    }
}
