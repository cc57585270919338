package org.redress.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mail server once more, for an address with letters beyond ASCII before the @. Such an address is only ever spoken to a
 * server that says that it understands it (SMTPUTF8); to any other JavaMail would speak something else.
 */
class MailInEveryScript extends JavaMailSenderImpl {

    MailInEveryScript(JavaMailSenderImpl configured) {
        setProtocol(configured.getProtocol());
        setHost(configured.getHost());
        setPort(configured.getPort());
        setUsername(configured.getUsername());
        setPassword(configured.getPassword());
        setDefaultEncoding(configured.getDefaultEncoding());
        Properties properties = new Properties();
        properties.putAll(configured.getSession().getProperties());
        properties.setProperty("mail.mime.allowutf8", "true");
        setJavaMailProperties(properties);
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport transport = super.connectTransport();
        if (transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8")) {
            return transport;
        }
        transport.close();
        throw new NotUnderstood();
    }

    /** The mail server knows no letters beyond ASCII in an address. */
    static final class NotUnderstood extends MessagingException {

        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super("The mail server does not offer SMTPUTF8");
        }
    }
}
