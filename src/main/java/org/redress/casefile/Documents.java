package org.redress.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of a case. They live in the database, so that every node sees them and a case and its papers stand or fall
 * together. What a file is, its content tells; its name only helps to tell kinds that look alike.
 */
@Service
public class Documents {

    /** The largest file, in bytes. */
    public static final long LARGEST = 100L * 1024 * 1024;

    private static final Set<String> WELCOME = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/rtf",
            "application/vnd.ms-outlook",
            "message/rfc822",
            "text/plain",
            "text/csv",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/tiff",
            "image/webp",
            "image/heic",
            "audio/mpeg",
            "audio/mp4",
            "audio/vnd.wave",
            "video/mp4",
            "video/quicktime");

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final ActRecord acts;
    private final Clock clock;
    private final Tika tika = new Tika();

    Documents(JdbcTemplate jdbc, CaseFiles cases, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Puts a file on the case.
     *
     * @param name as the sender calls it; only its last part is kept
     * @throws UploadRefused where it is empty, too large or of a kind that we do not take
     */
    @Transactional
    public Document add(String reference, String name, byte[] content, String note, String by) {
        cases.get(reference);
        String safeName = lastPart(name);
        String mediaType = check(safeName, content);
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
                sha256(content),
                note == null || note.isBlank() ? null : note.strip(),
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

    private String check(String name, byte[] content) {
        if (content.length == 0) {
            throw new UploadRefused("The file " + name + " is empty. Choose a file with something in it.");
        }
        if (content.length > LARGEST) {
            throw new UploadRefused("The file " + name + " is larger than 100 MB. Split it, or send it in another way.");
        }
        String mediaType;
        try {
            mediaType = tika.detect(new ByteArrayInputStream(content), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!WELCOME.contains(mediaType)) {
            throw new UploadRefused("The file " + name + " holds " + mediaType
                    + ", which is not taken. Choose a PDF, a Word, Excel or text file, an e-mail, a picture, sound or video.");
        }
        return mediaType;
    }

    private static String lastPart(String name) {
        String cleaned = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String last = cleaned.substring(Math.max(cleaned.lastIndexOf('/'), cleaned.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "document" : last.substring(0, last.offsetByCodePoints(0, Math.min(200, last.codePointCount(0, last.length()))));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
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
