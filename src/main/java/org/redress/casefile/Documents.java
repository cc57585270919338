package org.redress.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.Sha256;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The papers of a case. They live in the database, so that every node sees them and a case and its papers stand or fall
 * together. What a file is, its content tells; its name only helps to tell kinds that look alike.
 */
@Service
public class Documents {

    /** The largest file, in bytes. */
    public static final long LARGEST = 100L * 1024 * 1024;

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final ActRecord acts;
    private final Clock clock;
    private final UploadCheck check;
    private final UploadRoom room;
    private final TransactionTemplate transaction;

    Documents(
            JdbcTemplate jdbc,
            CaseFiles cases,
            ActRecord acts,
            Clock clock,
            UploadCheck check,
            UploadRoom room,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
        this.check = check;
        this.room = room;
        this.transaction = transaction;
    }

    /**
     * Puts a file on the case that somebody sends, and reads it only when there is room for it.
     *
     * @throws UploadsBusy where others take all the room
     * @throws UploadRefused as for bytes at hand
     */
    public Document add(String reference, String name, long size, InputStreamSource source, String note, String by)
            throws IOException {
        String safeName = lastPart(name);
        if (size > LARGEST) {
            throw UploadCheck.tooLarge(safeName);
        }
        try (UploadRoom.Share ignored = room.take(safeName, size);
                InputStream in = source.getInputStream()) {
            // of its length from the start: growing would hold it twice
            byte[] content = new byte[Math.toIntExact(size)];
            in.readNBytes(content, 0, content.length);
            return add(reference, name, content, note, by);
        }
    }

    /**
     * Puts a file on the case. The same file under the same name and note is there once, however often it is sent.
     *
     * @param name as the sender calls it; only its last part is kept
     * @throws UploadRefused where it is empty, too large, of a kind that we do not take, or not safe
     * @throws ScannerUnavailable where it could not be looked at for viruses
     */
    public Document add(String reference, String name, byte[] content, String note, String by) {
        cases.get(reference);
        String safeName = lastPart(name);
        // before the transaction: looking into a file takes its time
        String mediaType = check.mediaType(safeName, content);
        return transaction.execute(status -> keep(reference, safeName, mediaType, content, note, by));
    }

    private Document keep(String reference, String safeName, String mediaType, byte[] content, String note, String by) {
        String digest = Sha256.ofBytes(content);
        String words = note == null || note.isBlank() ? null : note.strip();
        // the same file once more, as by a button pressed twice, is the one that is on the case
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 6))", row -> {}, reference);
        Optional<Document> same = of(reference).stream()
                .filter(known -> known.sha256().equals(digest) && known.name().equals(safeName) && Objects.equals(known.note(), words))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Document document = jdbc.queryForObject(
                """
                insert into app.document (case_reference, name, media_type, size, sha256, note, added_by, added_at, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id, name, media_type, size, sha256, note, added_by, added_at
                """,
                Documents::read,
                reference,
                safeName,
                mediaType,
                (long) content.length,
                digest,
                words,
                by,
                Timestamp.from(clock.instant()),
                content);
        acts.append(Act.of(reference, by, "ADDED_DOCUMENT", "Document added: " + safeName)
                .with(Map.of("document", document.id(), "sha256", document.sha256(), "size", document.size())));
        return document;
    }

    /** The papers of a case, newest first. */
    @Transactional(readOnly = true)
    public List<Document> of(String reference) {
        return jdbc.query(
                """
                select id, name, media_type, size, sha256, note, added_by, added_at
                from app.document where case_reference = ? order by id desc
                """,
                Documents::read,
                reference);
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(String reference, long id) {
        return of(reference).stream().filter(document -> document.id() == id).findFirst();
    }

    /** The bytes of a paper of this very case. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(String reference, long id) {
        return jdbc
                .query(
                        "select content from app.document where case_reference = ? and id = ?",
                        (row, i) -> row.getBytes(1),
                        reference,
                        id)
                .stream()
                .findFirst();
    }

    private static String lastPart(String name) {
        String cleaned = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String last = cleaned.substring(Math.max(cleaned.lastIndexOf('/'), cleaned.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "document" : last.substring(0, last.offsetByCodePoints(0, Math.min(200, last.codePointCount(0, last.length()))));
    }

    private static Document read(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Document(
                row.getLong("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("note"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
