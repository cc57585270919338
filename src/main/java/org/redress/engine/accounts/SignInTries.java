package org.redress.engine.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.redress.database.DatabaseFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords, and never locks out the person whose account it is. What counts is who guesses
 * from where: an address that keeps guessing waits; the account itself stays open to the addresses from which it was used
 * lately. Accounts that do not exist are counted like those that do, so that the answer does not tell which is which.
 * Accounts and addresses are kept as digests, for a day and for a month.
 */
@Service
public class SignInTries {

    /** Wrong passwords in a row, from one address for one account, that cost nothing. */
    static final int FREE = 5;

    /** Wrong passwords from one address within {@link #WINDOW}, whatever the accounts. */
    static final int OF_ADDRESS = 100;

    /** Wrong passwords for one account within {@link #WINDOW}, from wherever. */
    static final int OF_ACCOUNT = 30;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(SignInTries.class);
    private static final ThreadLocal<String> FROM = new ThreadLocal<>();

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignInTries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says from where the request of this thread comes, until {@link #over}. */
    public void begin(String address) {
        FROM.set(address);
    }

    public void over() {
        FROM.remove();
    }

    /** From where the request of this thread comes; nowhere when the house asks itself. */
    static Optional<String> address() {
        return Optional.ofNullable(FROM.get());
    }

    /** How long an address must wait before it may try this account again; zero where it may try now. */
    @Transactional(readOnly = true)
    public Duration toWait(String account, String address) {
        String who = digest(account);
        String where = digest(address);
        Count pair = count("account = ? and address = ?", WINDOW, who, where);
        if (pair.tries() >= FREE) {
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(pair.tries() - FREE, 6));
            return left(pair, wait.compareTo(WINDOW) < 0 ? wait : WINDOW);
        }
        Count ofAddress = count("address = ?", WINDOW, where);
        if (ofAddress.tries() >= OF_ADDRESS) {
            return left(ofAddress, WINDOW);
        }
        Count ofAccount = count("account = ?", WINDOW, who);
        return ofAccount.tries() >= OF_ACCOUNT && !knownSince(who, where, clock.instant().minus(KNOWN)) ? left(ofAccount, WINDOW) : Duration.ZERO;
    }

    /**
     * The same for a try that came while others wait to be judged: each of them may turn out wrong, so each counts as if it
     * had.
     *
     * @param ahead those that came before it
     */
    @Transactional(readOnly = true)
    public Duration toWait(String account, String address, TriesUnderWay.Ahead ahead) {
        Duration wait = toWait(account, address);
        return wait.isZero() && tooMany(ahead, digest(account), digest(address)) ? TriesUnderWay.A_MOMENT : wait;
    }

    private boolean tooMany(TriesUnderWay.Ahead ahead, String who, String where) {
        if (ahead.ofPair() > 0 && count("account = ? and address = ?", WINDOW, who, where).tries() + ahead.ofPair() >= FREE) {
            return true;
        }
        if (ahead.ofAddress() > 0 && count("address = ?", WINDOW, where).tries() + ahead.ofAddress() >= OF_ADDRESS) {
            return true;
        }
        return ahead.ofAccount() > 0
                && count("account = ?", WINDOW, who).tries() + ahead.ofAccount() >= OF_ACCOUNT
                && !knownSince(who, where, clock.instant().minus(KNOWN));
    }

    /** A wrong password. */
    @Transactional
    public void failed(String account, String address) {
        Instant now = clock.instant();
        jdbc.update("delete from app.sign_in_failure where at < ?", Timestamp.from(now.minus(KEPT)));
        jdbc.update(
                "insert into app.sign_in_failure (account, address, at) values (?, ?, ?)",
                digest(account),
                digest(address),
                Timestamp.from(now));
    }

    /**
     * The right password: the wrong ones from here before it are forgiven, and the address is known from now on. Where that
     * cannot be written, nobody is kept out for it.
     */
    @Transactional
    public void succeeded(String account, String address) {
        String who = digest(account);
        String where = digest(address);
        if (count("account = ? and address = ?", KEPT, who, where).tries() > 0) {
            ifItCanBe(() -> jdbc.update("delete from app.sign_in_failure where account = ? and address = ?", who, where));
        }
        Instant now = clock.instant();
        // once a minute is enough, for machines sign in with every request
        if (!knownSince(who, where, now.minus(Duration.ofMinutes(1)))) {
            ifItCanBe(() -> jdbc.update(
                    """
                    insert into app.sign_in_known (account, address, at) values (?, ?, ?)
                    on conflict (account, address) do update set at = excluded.at
                      where sign_in_known.at < excluded.at - interval '1 minute'
                    """,
                    who,
                    where,
                    Timestamp.from(now)));
        }
    }

    /** Writes something that may be left out where the database takes nothing, without losing the transaction around it. */
    private void ifItCanBe(Runnable written) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                written.run();
                connection.releaseSavepoint(before);
            } catch (DataAccessException refused) {
                if (DatabaseFault.in(refused).filter(fault -> fault != DatabaseFault.AWAY).isEmpty()) {
                    throw refused;
                }
                connection.rollback(before);
                log.debug("A sign-in goes on, and what it should have left behind could not be written", refused);
            }
            return null;
        });
    }

    private Count count(String which, Duration window, Object... keys) {
        Object[] values = java.util.Arrays.copyOf(keys, keys.length + 1);
        values[keys.length] = Timestamp.from(clock.instant().minus(window));
        return jdbc.queryForObject(
                "select count(*), max(at) from app.sign_in_failure where " + which + " and at > ?",
                (row, i) -> new Count(
                        row.getInt(1), row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant()),
                values);
    }

    private boolean knownSince(String who, String where, Instant since) {
        Integer known = jdbc.queryForObject(
                "select count(*) from app.sign_in_known where account = ? and address = ? and at > ?",
                Integer.class,
                who,
                where,
                Timestamp.from(since));
        return known != null && known > 0;
    }

    private Duration left(Count count, Duration wait) {
        Duration left = Duration.between(clock.instant(), count.last().plus(wait));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Count(int tries, Instant last) {}
}
