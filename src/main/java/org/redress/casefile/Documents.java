package org.redress.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.database.Locks;
import org.redress.kernel.Names;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.Sha256;
import org.springframework.core.io.ByteArrayResource;
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
    private final Locks locks;
    private final CaseFiles cases;
    private final ActRecord acts;
    private final Clock clock;
    private final UploadCheck check;
    private final UploadRoom room;
    private final TransactionTemplate transaction;

    Documents(
            JdbcTemplate jdbc,
            Locks locks,
            CaseFiles cases,
            ActRecord acts,
            Clock clock,
            UploadCheck check,
            UploadRoom room,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
        this.check = check;
        this.room = room;
        this.transaction = transaction;
    }

    /** A file as somebody sends it. */
    public record Upload(String name, long size, InputStreamSource content) {}

    /** Puts a file on the case, as {@link #addAll} does. */
    public Document add(String reference, String name, byte[] content, String note, String by) {
        try {
            return addAll(reference, List.of(new Upload(name, content.length, new ByteArrayResource(content))), note, by).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts files on the case, all or none. The same file under the same name and note is there once, however often it is sent.
     * They are read only when there is room for them, and pass through the disk, not through memory.
     *
     * @param uploads each named as the sender calls it; only the last part of that is kept
     * @throws UploadsBusy where others take all the room
     * @throws UploadRefused where one is empty, too large, of a kind that we do not take, or not safe
     * @throws ScannerUnavailable where one could not be looked at for viruses
     */
    public List<Document> addAll(String reference, List<Upload> uploads, String note, String by) throws IOException {
        cases.get(reference);
        for (Upload upload : uploads) {
            if (upload.size() > LARGEST) {
                throw UploadCheck.tooLarge(lastPart(upload.name()));
            }
        }
        String first = uploads.isEmpty() ? "" : lastPart(uploads.get(0).name());
        List<Checked> checked = new ArrayList<>();
        try (UploadRoom.Share ignored = room.take(first, uploads.stream().mapToLong(Upload::size).sum())) {
            // before the transaction: looking into a file takes its time
            for (Upload upload : uploads) {
                checked.add(checked(upload));
            }
            return transaction.execute(status ->
                    checked.stream().map(one -> keep(reference, one, note, by)).toList());
        } finally {
            checked.forEach(one -> one.file().close());
        }
    }

    /** A file that may come in. */
    private record Checked(String name, String mediaType, String sha256, ReceivedFile file) {}

    private Checked checked(Upload upload) throws IOException {
        String name = lastPart(upload.name());
        ReceivedFile file;
        try (InputStream in = upload.content().getInputStream()) {
            file = ReceivedFile.of(in);
        }
        try (InputStream in = file.open()) {
            return new Checked(name, check.mediaType(name, file.path()), Sha256.ofStream(in), file);
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private Document keep(String reference, Checked checked, String note, String by) {
        String words = note == null || note.isBlank() ? null : note.strip();
        // the same file once more, as by a button pressed twice, is the one that is on the case
        locks.alone("the documents", reference);
        Optional<Document> same = of(reference).stream()
                .filter(known -> known.sha256().equals(checked.sha256())
                        && known.name().equals(checked.name())
                        && Objects.equals(known.note(), words))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Document document = insert(reference, checked, words, by);
        acts.append(Act.of(reference, by, "ADDED_DOCUMENT", "Document added: " + checked.name())
                .with(Map.of("document", document.id(), "sha256", document.sha256(), "size", document.size())));
        return document;
    }

    private Document insert(String reference, Checked checked, String note, String by) {
        try (InputStream content = checked.file().open()) {
            return jdbc.query(
                            """
                            insert into app.document (case_reference, name, media_type, size, sha256, note, added_by, added_at, content)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            returning id, name, media_type, size, sha256, note, added_by, added_at
                            """,
                            row -> {
                                row.setString(1, reference);
                                row.setString(2, checked.name());
                                row.setString(3, checked.mediaType());
                                row.setLong(4, checked.file().size());
                                row.setString(5, checked.sha256());
                                row.setString(6, note);
                                row.setString(7, by);
                                row.setTimestamp(8, Timestamp.from(clock.instant()));
                                // of a length that is known the driver sends as it reads
                                row.setBinaryStream(9, content, Math.toIntExact(checked.file().size()));
                            },
                            Documents::read)
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The bytes of a paper of this very case, read piece by piece; nothing where there is none. */
    public InputStream content(String reference, long id) {
        return new StoredContent(from -> jdbc.query(
                        "select substring(content from ? for ?) from app.document where case_reference = ? and id = ?",
                        (row, i) -> row.getBytes(1),
                        // PostgreSQL counts from one
                        Math.toIntExact(from) + 1,
                        StoredContent.PIECE,
                        reference,
                        id)
                .stream()
                .findFirst()
                .orElse(new byte[0]));
    }

    static String lastPart(String name) {
        String cleaned = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String last = cleaned.substring(Math.max(cleaned.lastIndexOf('/'), cleaned.lastIndexOf('\\')) + 1);
        return Names.nothingVisible(last) ? "document" : last.substring(0, last.offsetByCodePoints(0, Math.min(200, last.codePointCount(0, last.length()))));
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
