package org.redress.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.redress.database.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the whole record every night, on one node, and says loudly where it does not fit. */
@Service
public class RecordWatch {

    private static final Logger log = LoggerFactory.getLogger(RecordWatch.class);

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final ActRecord acts;
    private final Clock clock;
    private final RecordKeys keys;
    private final HeadsLeave heads;

    RecordWatch(JdbcTemplate jdbc, Locks locks, ActRecord acts, Clock clock, RecordKeys keys, HeadsLeave heads) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.acts = acts;
        this.clock = clock;
        this.keys = keys;
        this.heads = heads;
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
        if (locks.takeIfFree("the nightly check of the record")) {
            check();
        }
    }

    /** Checks now. What is found goes into the log, on the managers' page and, once for each finding, on the record. */
    @Transactional
    public Verdict check() {
        List<Head> anchors = jdbc.query(
                "select acts, head from app.record_check where first_broken is null and acts > 0",
                (row, i) -> new Head(row.getLong("acts"), row.getString("head")));
        Verdict verdict = new ChainCheck(jdbc, keys).check(anchors, heads.kept());
        boolean known = latest().filter(before -> verdict.broken().equals(before.verdict().broken())).isPresent();
        Instant at = clock.instant();
        jdbc.update(
                "insert into app.record_check (checked_at, acts, head, first_broken, problem, limits) values (?, ?, ?, ?, ?, ?)",
                Timestamp.from(at),
                verdict.head().number(),
                verdict.head().hash(),
                verdict.firstBroken(),
                verdict.problem(),
                verdict.limits());
        if (verdict.whole()) {
            heads.keepInTheDataFolder(verdict.head());
            log.info("The record is whole: {}. {}", verdict.head(), verdict.limits());
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
                        "select checked_at, acts, head, first_broken, problem, limits from app.record_check order by id desc limit 1",
                        (row, i) -> new Checked(
                                row.getTimestamp("checked_at").toInstant(),
                                new Verdict(
                                        new Head(row.getLong("acts"), row.getString("head")),
                                        row.getObject("first_broken", Long.class),
                                        row.getString("problem"),
                                        row.getString("limits"))))
                .stream()
                .findFirst();
    }
}
