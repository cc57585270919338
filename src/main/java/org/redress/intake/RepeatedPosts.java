package org.redress.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.redress.record.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a post with an {@code Idempotency-Key} count once, however often and however much at once it arrives. */
@Component
class RepeatedPosts {

    /** The header with which a sender names a post, to send it again without its counting twice. */
    static final String KEY = "Idempotency-Key";

    /** What the description of the doors says of the header. */
    static final String KEY_WORDS = "Names this post, in 1 to 255 characters: the same key with the same body counts once and is"
            + " answered alike";

    static final String KEY_EXAMPLE = "7f1c8f0e-papers-2026-03-09";

    /** The longest key, in characters. */
    static final int LONGEST_KEY = 255;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RepeatedPosts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws FieldsRefused where a key is empty or too long */
    static void check(String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new FieldsRefused(List.of(new FieldFault(KEY, "Send a key of 1 to " + LONGEST_KEY + " characters.")));
        }
    }

    /**
     * Does once for a key what was asked for. Whoever comes second waits for the first to finish and gets the first one's answer.
     *
     * @param key null where the sender gave none: then every post counts
     * @param body what was asked for, whole
     * @param deed gives the reference of its case
     * @return the reference of the case
     * @throws KeyUsedOtherwise where the key came before with another body
     */
    @Transactional
    String once(String account, String key, String body, Supplier<String> deed) {
        if (key == null) {
            return deed.get();
        }
        String digest = Sha256.ofBytes(body.getBytes(StandardCharsets.UTF_8));
        int fresh = jdbc.update(
                """
                insert into app.idempotency_key (account, key, body_sha256, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                account,
                key,
                digest,
                Timestamp.from(clock.instant()));
        if (fresh == 0) {
            return jdbc.queryForObject(
                    "select body_sha256, case_reference from app.idempotency_key where account = ? and key = ?",
                    (row, i) -> {
                        if (!row.getString("body_sha256").equals(digest)) {
                            throw new KeyUsedOtherwise();
                        }
                        return row.getString("case_reference");
                    },
                    account,
                    key);
        }
        String reference = deed.get();
        jdbc.update(
                "update app.idempotency_key set case_reference = ? where account = ? and key = ?", reference, account, key);
        return reference;
    }

    /** The key was used before for something else; taking the old answer would lose what is new. */
    static class KeyUsedOtherwise extends RuntimeException {
        KeyUsedOtherwise() {
            super("This Idempotency-Key came before with another body. Send a new key with what is new.");
        }
    }
}
