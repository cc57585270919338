package org.redress.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.util.StringUtils;

/**
 * Brings the head of the record out of the database, and out of the machine, several times an hour where there was an act:
 * a cut can hide no more than what happened since. What does not leave is noticed, said, and tried again.
 */
@Service
public class HeadsLeave {

    private static final Logger log = LoggerFactory.getLogger(HeadsLeave.class);

    private final ActRecord acts;
    private final Clock clock;
    private final List<HeadPlace> places = new ArrayList<>();
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();
    private final boolean outside;

    HeadsLeave(
            ActRecord acts,
            Clock clock,
            Environment settings,
            ObjectProvider<JavaMailSender> mail,
            @Value("${redress.data-dir:./data}") Path dataDirectory,
            @Value("${redress.record.heads-folder:}") String folder,
            @Value("${redress.record.heads-mail:}") String mailbox) {
        this.acts = acts;
        this.clock = clock;
        places.add(new HeadPlace.InFile("the data folder", new HeadsElsewhere(dataDirectory), null));
        if (StringUtils.hasText(folder)) {
            places.add(HeadPlace.InFile.onAnotherMachine(Path.of(folder)));
        }
        if (StringUtils.hasText(mailbox)) {
            places.add(HeadPlace.Mailbox.of(mailbox, settings.getProperty("redress.office.email"), mail, dataDirectory));
        }
        outside = places.size() > 1;
        if (!outside) {
            log.warn("Heads of the record leave this machine in its log alone. Name a folder on another machine with"
                    + " redress.record.heads-folder, or a mailbox with redress.record.heads-mail.");
        }
    }

    /**
     * How one place stands.
     *
     * @param head the last that is known to be there, or null
     * @param failingSince when the first of the tries failed that have failed since; null where the last one did not
     * @param why in words, or null
     */
    public record Standing(String place, Head head, Instant failingSince, String why) {

        public boolean failing() {
            return failingSince != null;
        }
    }

    /** Several times an hour, on each node. Nothing leaves where nothing happened. */
    @Scheduled(
            fixedDelayString = "${redress.record.heads-every:PT15M}",
            initialDelayString = "${redress.record.heads-every:PT15M}")
    public void leave() {
        Head head;
        try {
            head = acts.head();
        } catch (DataAccessException | TransactionException away) {
            log.warn("The head of the record could not leave, for the database does not answer. It is tried again.", away);
            places.forEach(place -> failed(place, "the database did not answer"));
            return;
        }
        if (head.number() > 0) {
            places.forEach(place -> bring(head, place));
        }
    }

    /** Keeps a head close by; the rest of the way it goes when it is time, and not while a transaction waits for it. */
    void keepInTheDataFolder(Head head) {
        bring(head, places.get(0));
    }

    /** How each place stands, as far as the last tries told; asks nobody. */
    public List<Standing> standing() {
        return places.stream()
                .map(place -> standing.getOrDefault(place.words(), new Standing(place.words(), null, null, null)))
                .toList();
    }

    /** Whether heads leave the machine otherwise than in the log. */
    public boolean outside() {
        return outside;
    }

    /** All heads that can be read back from outside the database. */
    List<KeptHead> kept() {
        List<KeptHead> kept = new ArrayList<>();
        for (HeadPlace place : places) {
            try {
                kept.addAll(place.kept());
            } catch (IOException unreadable) {
                log.error("The heads of the record that were kept in {} cannot be read", place.words(), unreadable);
            }
        }
        return kept;
    }

    private void bring(Head head, HeadPlace place) {
        try {
            if (place.last().filter(head::equals).isEmpty()) {
                place.take(clock.instant(), head);
                log.info("The head of the record is kept in {}: {}", place.words(), head);
            }
            standing.put(place.words(), new Standing(place.words(), head, null, null));
        } catch (IOException notTaken) {
            Standing now = failed(place, notTaken.getMessage());
            log.error("The head of the record does not reach {} since {}: {}. It is tried again. Until then nobody could tell that"
                    + " acts after number {} were cut off.", place.words(), now.failingSince(), now.why(),
                    now.head() == null ? "0" : now.head().number());
        }
    }

    private Standing failed(HeadPlace place, String why) {
        return standing.compute(place.words(), (words, before) -> new Standing(
                words,
                before == null ? null : before.head(),
                before == null || !before.failing() ? clock.instant() : before.failingSince(),
                why));
    }
}
