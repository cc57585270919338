package org.redress.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forms of our own pages that were sent when the session had ended. They wait a day for whoever typed them to sign in again
 * and send them once more. Nothing is done with them until then.
 */
@Service
public class KeptForms {

    /** The largest form, in characters of all fields together. */
    public static final int LARGEST = 500_000;

    /** How many forms wait for one account at most, and how many characters together; the oldest of the same account give way. */
    public static final int MOST = 20;

    private static final int MOST_CHARACTERS = 2_000_000;

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    KeptForms(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A form as it was sent.
     *
     * @param place the path it was sent to, below the context path
     * @param deed what it would do, in words
     */
    public record KeptForm(String place, String deed, Map<String, List<String>> fields) {}

    /**
     * Keeps a form. However many there are, those of other accounts are left alone.
     *
     * @param account for whom the page was made that the form came from, as {@link FormGuards} proves
     * @return its name, which cannot be guessed; empty where it cannot be kept
     */
    @Transactional
    public Optional<UUID> keep(String account, KeptForm form) {
        forgetOld();
        String fields = write(form.fields());
        if (fields.length() > LARGEST || fields.contains("\\u0000") || form.place().indexOf('\0') >= 0) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into app.kept_form (id, account, place, deed, fields, kept_at) values (?, ?, ?, ?, ?, ?)",
                id,
                account,
                form.place(),
                form.deed(),
                fields,
                Timestamp.from(clock.instant()));
        makeRoom(account, id);
        return Optional.of(id);
    }

    /** A form, for the person who typed it and nobody else. */
    @Transactional(readOnly = true)
    public Optional<KeptForm> find(UUID id, String account) {
        return jdbc
                .query(
                        "select place, deed, fields from app.kept_form where id = ? and account = ? and kept_at >= ?",
                        (row, i) -> new KeptForm(row.getString(1), row.getString(2), read(row.getString(3))),
                        id,
                        account,
                        Timestamp.from(clock.instant().minus(KEPT)))
                .stream()
                .findFirst();
    }

    @Transactional
    public void forget(UUID id, String account) {
        jdbc.update("delete from app.kept_form where id = ? and account = ?", id, account);
    }

    /** What has waited for more than a day goes. */
    @Transactional
    public void forgetOld() {
        jdbc.update("delete from app.kept_form where kept_at < ?", Timestamp.from(clock.instant().minus(KEPT)));
    }

    private void makeRoom(String account, UUID latest) {
        jdbc.update(
                """
                delete from app.kept_form where id in (
                  select id from (
                    select id, row_number() over newest as number, sum(length(fields)) over newest as characters
                    from app.kept_form where account = ?
                    window newest as (order by (id = ?) desc, kept_at desc, id rows unbounded preceding)
                  ) held where number > ? or characters > ?)
                """,
                account,
                latest,
                MOST,
                MOST_CHARACTERS);
    }

    private String write(Map<String, List<String>> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fields cannot be written as JSON", e);
        }
    }

    private Map<String, List<String>> read(String fields) {
        try {
            return json.readValue(fields, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept fields cannot be read", e);
        }
    }
}
