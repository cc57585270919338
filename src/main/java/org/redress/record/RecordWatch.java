package org.redress.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the whole record every night, on one node, and says loudly where it does not fit. */
@Service
public class RecordWatch {

    private static final Logger log = LoggerFactory.getLogger(RecordWatch.class);

    /** Any constant serves; it lets one node at a time check. */
    private static final long CHECK_LOCK = 0x5EC0_4D00_0000_0002L;

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Clock clock;
    private final HeadsElsewhere heads;

    RecordWatch(JdbcTemplate jdbc, ActRecord acts, Clock clock, @Value("${redress.data-dir:./data}") Path dataDirectory) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
        this.heads = new HeadsElsewhere(dataDirectory);
    }

    /**
     * A check that was made.
     *
     * @param verdict what it found
     */
    public record Checked(Instant at, Verdict verdict) {}

    @Scheduled(cron = "${redress.record.check:0 30 2 * * *}", zone = "Europe/London")
    @Transactional
    public void everyNight() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, CHECK_LOCK))) {
            check();
        }
    }

    /** Checks now. What is found goes into the log, on the managers' page and, once for each finding, on the record. */
    @Transactional
    public Verdict check() {
        List<Head> anchors = new ArrayList<>(readHeads());
        anchors.addAll(jdbc.query(
                "select acts, head from app.record_check where first_broken is null and acts > 0",
                (row, i) -> new Head(row.getLong("acts"), row.getString("head"))));
        Verdict verdict = new ChainCheck(jdbc).check(anchors);
        boolean known = latest().filter(before -> verdict.broken().equals(before.verdict().broken())).isPresent();
        Instant at = clock.instant();
        jdbc.update(
                "insert into app.record_check (checked_at, acts, head, first_broken, problem) values (?, ?, ?, ?, ?)",
                Timestamp.from(at),
                verdict.head().number(),
                verdict.head().hash(),
                verdict.firstBroken(),
                verdict.problem());
        if (verdict.whole()) {
            keepElsewhere(at, verdict.head());
            log.info("The record is whole: {}", verdict.head());
        } else {
            log.error("The record does not fit. {}", verdict.problem());
            if (!known) {
                acts.append(Act.of(null, "redress", "FOUND_RECORD_BROKEN", verdict.problem()));
            }
        }
        return verdict;
    }

    /** The newest check, for the managers' page. */
    @Transactional(readOnly = true)
    public Optional<Checked> latest() {
        return jdbc
                .query(
                        "select checked_at, acts, head, first_broken, problem from app.record_check order by id desc limit 1",
                        (row, i) -> new Checked(
                                row.getTimestamp("checked_at").toInstant(),
                                new Verdict(
                                        new Head(row.getLong("acts"), row.getString("head")),
                                        row.getObject("first_broken", Long.class),
                                        row.getString("problem"))))
                .stream()
                .findFirst();
    }

    private List<Head> readHeads() {
        try {
            return heads.read();
        } catch (IOException unreadable) {
            log.error("The heads of the record that were kept in the data folder cannot be read", unreadable);
            return List.of();
        }
    }

    private void keepElsewhere(Instant at, Head head) {
        try {
            heads.add(at, head);
        } catch (IOException unwritable) {
            log.error("The head of the record could not be kept in the data folder", unwritable);
        }
    }
}
