package org.redress.draft;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a form count once, however often it is sent: a button pressed twice, or a page sent again after the answer got lost.
 * Each page that is shown has a name of its own, and what was done for that name is not done again.
 */
@Service
public class SentForms {

    /** Longer than a page can be open: what came after its session waits a day in {@link KeptForms}. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SentForms(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Does what a form asks unless it was done already. Of two at once the second waits for the first. Where the deed
     * fails the form counts as not sent.
     *
     * @param form the name of the page that was sent; null where it has none, and then each time counts
     * @return whether it was done now
     */
    @Transactional
    public boolean once(UUID form, String account, Runnable deed) {
        boolean first = form == null || 1 == jdbc.update(
                "insert into app.sent_form (account, id, sent_at) values (?, ?, ?) on conflict do nothing",
                account,
                form,
                Timestamp.from(clock.instant()));
        if (first) {
            jdbc.update(
                    """
                    delete from app.sent_form where (account, id) in (
                      select account, id from app.sent_form where sent_at < ? for update skip locked)
                    """,
                    Timestamp.from(clock.instant().minus(REMEMBERED)));
            deed.run();
        }
        return first;
    }
}
