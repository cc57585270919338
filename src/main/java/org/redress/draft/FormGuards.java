package org.redress.draft;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.redress.record.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Proves of a form that comes when its session is gone that a page of this house carried it, made for that account in that
 * session, about that thing and lately enough. The proof is keyed with a secret that all nodes share and nobody else has, so
 * that no stranger can write a form in somebody's name.
 */
@Component
public class FormGuards {

    /** A page left open overnight comes back with the longest session long over. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "form-guard";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 1_000;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration oldest;
    private final SecretKeySpec key;

    FormGuards(JdbcTemplate jdbc, Clock clock, @Value("${redress.session.longest:12h}") Duration longestSession) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.oldest = longestSession.plus(GRACE);
        this.key = new SecretKeySpec(secret(), ALGORITHM);
    }

    /**
     * A guard for the forms of one page.
     *
     * @param session the name of the session, of which only a digest goes into the guard
     * @param place the path of the page, below the context path
     */
    public String issue(String account, String session, String place) {
        String said = String.join("\n", account, Sha256.of(session), about(place), Long.toString(clock.millis()));
        return TEXT.encodeToString(said.getBytes(StandardCharsets.UTF_8)) + "." + TEXT.encodeToString(sign(said));
    }

    /**
     * For whom the page of a form was made; empty where this house made no such guard, made it for something else, or so
     * long ago that no session can have lasted until lately.
     *
     * @param place the path that the form goes to, below the context path
     */
    public Optional<String> account(String guard, String place) {
        int dot = guard == null ? -1 : guard.indexOf('.');
        if (dot < 0 || guard.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String said = new String(Base64.getUrlDecoder().decode(guard.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] signature = Base64.getUrlDecoder().decode(guard.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, sign(said))) {
                return Optional.empty();
            }
            String[] parts = said.split("\n", -1);
            Instant issued = Instant.ofEpochMilli(Long.parseLong(parts[3]));
            boolean inTime = !issued.isAfter(clock.instant().plus(CLOCKS_APART))
                    && !issued.plus(oldest).isBefore(clock.instant());
            return inTime && parts[2].equals(about(place)) ? Optional.of(parts[0]) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException noneOfOurs) {
            return Optional.empty();
        }
    }

    /** The part of the house and the case or person that a path is about: all forms of a page are about the same. */
    static String about(String place) {
        String[] parts = place.split("/");
        String part = parts.length > 1 ? parts[1] : "";
        boolean ofMany = part.equals("cases") || part.equals("retention") && parts.length > 3;
        return ofMany && parts.length > 2 ? part + "/" + parts[2] : part;
    }

    private byte[] sign(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    /** Made once, by whichever node starts first. */
    private byte[] secret() {
        return kept().orElseGet(() -> {
            byte[] made = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            jdbc.update(
                    "insert into app.house_secret (name, secret) values (?, ?) on conflict do nothing", SECRET, made);
            return kept().orElseThrow();
        });
    }

    private Optional<byte[]> kept() {
        return jdbc.query("select secret from app.house_secret where name = ?", (row, i) -> row.getBytes(1), SECRET).stream()
                .findFirst();
    }
}
