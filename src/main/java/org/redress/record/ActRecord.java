package org.redress.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.database.Locks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only record. Each row carries the hash of the row before it, so that a change, a deletion or a swap shows,
 * and a seal that only whoever has the key outside the database can make, so that a forged row shows; the database refuses to
 * change or delete rows besides.
 *
 * <p>What a transaction did is written at its end, under one lock for the whole chain: taken any earlier, the lock would
 * be held while other rows are still waited for.
 */
@Service
public class ActRecord {

    private static final String THE_CHAIN = "the chain of acts";

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final ObjectMapper json;
    private final Clock clock;
    private final EntityManager entities;
    private final RecordKeys keys;
    private final SecureRandom random = new SecureRandom();

    ActRecord(JdbcTemplate jdbc, Locks locks, ObjectMapper json, Clock clock, EntityManager entities, RecordKeys keys) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.json = json;
        this.clock = clock;
        this.entities = entities;
        this.keys = keys;
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
        pending.acts.add(new Said(act, roleOf(act.person())));
    }

    /** The acts of one case, newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> of(String caseReference) {
        return jdbc.query(
                """
                select number, case_reference, at, person, role, action, summary, ground, details, hash
                from app.act where case_reference = ? order by number desc
                """,
                ActRecord::read,
                caseReference);
    }

    /** The newest act, to be printed on whatever leaves the house, so that a cut tail shows. */
    @Transactional(readOnly = true)
    public Head head() {
        return jdbc
                .query(
                        "select number, hash from app.act order by number desc limit 1",
                        (row, i) -> new Head(row.getLong("number"), row.getString("hash")))
                .stream()
                .findFirst()
                .orElse(new Head(0, Chain.HEAD_OF_EMPTY_CHAIN));
    }

    /** Walks the whole chain and names the number of the first row that does not fit, or nothing where all fit. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBrokenAct() {
        return new ChainCheck(jdbc, keys).check(List.of()).broken();
    }

    /**
     * Empties the personal part of a disposed case's acts. Numbers, times, accounts, roles and kinds of act stay, and the
     * chain still fits. What the running transaction still has to put on record is written full.
     *
     * @return how many acts were emptied
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int empty(String caseReference) {
        Integer emptied = jdbc.queryForObject("select app.empty_acts(?)", Integer.class, caseReference);
        return emptied == null ? 0 : emptied;
    }

    private static RecordedAct read(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new RecordedAct(
                row.getLong("number"),
                row.getString("case_reference"),
                row.getTimestamp("at").toInstant(),
                row.getString("person"),
                row.getString("role"),
                row.getString("action"),
                row.getString("summary"),
                row.getString("ground"),
                row.getString("details"),
                row.getString("hash"));
    }

    private void write(List<Said> acts) {
        entities.flush();
        locks.alone(THE_CHAIN);
        Head last = head();
        for (Said said : acts) {
            last = insert(said, last);
        }
    }

    private Head insert(Said said, Head last) {
        Act act = said.act();
        String details = toJson(act);
        String salt = salt();
        Chain.Link link = new Chain.Link(
                Chain.VERSION,
                last.hash(),
                last.number() + 1,
                act.caseReference(),
                // PostgreSQL keeps microseconds; the hash must be made of what will be read back
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                act.person(),
                said.role(),
                act.action(),
                act.ground(),
                Chain.personalDigest(Chain.VERSION, salt, act.summary(), details, act.ground()),
                keys.current());
        String hash = Chain.hash(link);
        jdbc.update(
                """
                insert into app.act (number, version, case_reference, at, person, role, action, summary, ground, details,
                  salt, personal_digest, previous_hash, hash, key_id, seal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                link.number(),
                link.version(),
                link.caseReference(),
                Timestamp.from(link.at()),
                link.person(),
                link.role(),
                link.action(),
                act.summary(),
                act.ground(),
                details,
                salt,
                link.personalDigest(),
                link.previous(),
                hash,
                link.key(),
                keys.seal(hash));
        return new Head(link.number(), hash);
    }

    /** The groups of the person at work when they act; null for the house itself and for people named by others. */
    private static String roleOf(String person) {
        Authentication atWork = SecurityContextHolder.getContext().getAuthentication();
        if (atWork == null || !person.equals(atWork.getName())) {
            return null;
        }
        String groups = atWork.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .sorted()
                .collect(Collectors.joining(" "));
        return groups.isEmpty() ? null : groups;
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

    /** An act and the role in which it was done. */
    private record Said(Act act, String role) {}

    private final class Pending implements TransactionSynchronization {

        private final List<Said> acts = new ArrayList<>();

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
