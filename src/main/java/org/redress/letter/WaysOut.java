package org.redress.letter;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The ways by which letters leave: a mail server, where one is configured, and a folder for everything else. */
@Component
class WaysOut {

    private final OutboxFolder folder;
    private final Optional<MailServer> mailServer;

    WaysOut(OfficeProperties office, Clock clock, ObjectProvider<JavaMailSender> mailServer,
            @Value("${redress.data-dir:./data}") Path dataDirectory) {
        folder = new OutboxFolder(dataDirectory);
        this.mailServer = Optional.ofNullable(mailServer.getIfAvailable()).map(server -> new MailServer(server, office, clock));
    }

    WayOut of(Outgoing letter) {
        return letter.byEmail() && mailServer.isPresent() ? mailServer.get() : folder;
    }

    OutboxFolder folder() {
        return folder;
    }
}
