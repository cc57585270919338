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

    /** More at once are no accident but somebody who wants to fill the table. */
    private static final int MOST = 2_000;

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
     */
    public record KeptForm(String place, Map<String, List<String>> fields) {}

    /**
     * Keeps a form.
     *
     * @param account for whom the page was made that the form came from
     * @return its name, which cannot be guessed; empty where it cannot be kept
     */
    @Transactional
    public Optional<UUID> keep(String account, KeptForm form) {
        forgetOld();
        Long held = jdbc.queryForObject("select count(*) from app.kept_form", Long.class);
        String fields = write(form.fields());
        if (held == null || held >= MOST || fields.length() > LARGEST || fields.contains("\\u0000")) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into app.kept_form (id, account, place, fields, kept_at) values (?, ?, ?, ?, ?)",
                id,
                account,
                form.place(),
                fields,
                Timestamp.from(clock.instant()));
        return Optional.of(id);
    }

    /** A form, for the person who typed it and nobody else. */
    @Transactional(readOnly = true)
    public Optional<KeptForm> find(UUID id, String account) {
        return jdbc
                .query(
                        "select place, fields from app.kept_form where id = ? and account = ? and kept_at >= ?",
                        (row, i) -> new KeptForm(row.getString(1), read(row.getString(2))),
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
