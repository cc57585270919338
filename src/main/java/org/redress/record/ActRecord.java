package org.redress.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only record. Each row carries the hash of the row before it, so that a change, a deletion or a swap shows;
 * the database refuses to change or delete rows besides.
 *
 * <p>What a transaction did is written at its end, under one lock for the whole chain: taken any earlier, the lock would
 * be held while other rows are still waited for.
 */
@Service
public class ActRecord {

    /** Any constant serves; it names the chain to PostgreSQL. */
    private static final long CHAIN_LOCK = 0x5EC0_4D00_0000_0001L;

    private static final String HEAD_OF_EMPTY_CHAIN = "0".repeat(64);

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    ActRecord(JdbcTemplate jdbc, ObjectMapper json, Clock clock, EntityManager entities) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.entities = entities;
    }

    /** Puts an act on the record together with what the running transaction does; both stand or fall as one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Act act) {
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.acts.add(act);
    }

    /** The acts of one case, newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> of(String caseReference) {
        return jdbc.query(
                """
                select number, case_reference, at, person, action, summary, ground, details
                from app.act where case_reference = ? order by number desc
                """,
                (row, i) -> new RecordedAct(
                        row.getLong("number"),
                        row.getString("case_reference"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("person"),
                        row.getString("action"),
                        row.getString("summary"),
                        row.getString("ground"),
                        row.getString("details")),
                caseReference);
    }

    /** The hash of the newest act; printed on exports, so that a cut tail shows. */
    @Transactional(readOnly = true)
    public String head() {
        return jdbc.query("select hash from app.act order by number desc limit 1", (row, i) -> row.getString(1)).stream()
                .findFirst()
                .orElse(HEAD_OF_EMPTY_CHAIN);
    }

    /** Walks the whole chain and names the number of the first row that does not fit, or nothing where all fit. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBrokenAct() {
        String[] previous = {HEAD_OF_EMPTY_CHAIN};
        long[] expected = {1};
        Long[] broken = {null};
        jdbc.query("select * from app.act order by number", row -> {
            if (broken[0] != null) {
                return;
            }
            long number = row.getLong("number");
            String digest = row.getString("personal_digest");
            String salt = row.getString("salt");
            boolean personalFits = salt == null
                    || digest.equals(Sha256.of(salt, row.getString("summary"), row.getString("details")));
            String hash = Sha256.of(
                    previous[0],
                    Long.toString(number),
                    row.getString("case_reference"),
                    row.getTimestamp("at").toInstant().toString(),
                    row.getString("person"),
                    row.getString("action"),
                    row.getString("ground"),
                    digest);
            if (number != expected[0] || !personalFits || !hash.equals(row.getString("hash"))) {
                broken[0] = Math.min(number, expected[0]);
            }
            previous[0] = row.getString("hash");
            expected[0] = number + 1;
        });
        return Optional.ofNullable(broken[0]);
    }

    private void write(List<Act> acts) {
        entities.flush();
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, CHAIN_LOCK);
        Long last = jdbc.queryForObject("select coalesce(max(number), 0) from app.act", Long.class);
        String previous = head();
        long number = last == null ? 0 : last;
        for (Act act : acts) {
            number++;
            previous = insert(number, previous, act);
        }
    }

    private String insert(long number, String previous, Act act) {
        // PostgreSQL keeps microseconds; the hash must be made of what will be read back
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String details = toJson(act);
        String salt = salt();
        String digest = Sha256.of(salt, act.summary(), details);
        String hash = Sha256.of(
                previous,
                Long.toString(number),
                act.caseReference(),
                at.toString(),
                act.person(),
                act.action(),
                act.ground(),
                digest);
        jdbc.update(
                """
                insert into app.act (number, case_reference, at, person, action, summary, ground, details, salt,
                  personal_digest, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                number,
                act.caseReference(),
                Timestamp.from(at),
                act.person(),
                act.action(),
                act.summary(),
                act.ground(),
                details,
                salt,
                digest,
                previous,
                hash);
        return hash;
    }

    private String toJson(Act act) {
        try {
            return json.writeValueAsString(act.details());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of the act " + act.action() + " cannot be written as JSON", e);
        }
    }

    private String salt() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private final class Pending implements TransactionSynchronization {

        private final List<Act> acts = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            write(acts);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ActRecord.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ActRecord.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ActRecord.this);
        }
    }
}
