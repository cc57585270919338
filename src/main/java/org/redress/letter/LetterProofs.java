package org.redress.letter;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.clock.Now;
import org.redress.record.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A draft's proof: the PDF as it would be approved today, and what a person should look at first. It is made when the draft
 * is, and again when the draft or the day changes, so that what cannot be printed shows before anybody approves it.
 */
@Component
class LetterProofs {

    private static final Logger LOG = LoggerFactory.getLogger(LetterProofs.class);

    private final JdbcTemplate jdbc;
    private final LetterRenderer renderer;
    private final Now now;

    LetterProofs(JdbcTemplate jdbc, LetterRenderer renderer, Now now) {
        this.jdbc = jdbc;
        this.renderer = renderer;
        this.now = now;
    }

    /**
     * The letter filled in, with the day on which it is asked for.
     *
     * @param draft whether it says of itself that nobody has approved it
     */
    RenderedLetter rendered(Letter letter, boolean draft) {
        return renderer.render(letter.kind(), letter.caseReference(), letter.to(), KeptModel.read(letter.model()),
                letter.additionalText(), now.today(), draft);
    }

    /** The PDF of a draft, which says of itself that it is one. */
    byte[] draftPdf(Letter letter) {
        return pdf(letter, rendered(letter, true));
    }

    /** Makes the proof of a draft that is kept, unless there is one of just this page. */
    void prove(Letter letter) {
        prove(letter, rendered(letter, false));
    }

    void prove(Letter letter, RenderedLetter page) {
        if (found(letter, page) == null) {
            List<String> notes = new ArrayList<>(page.notes());
            byte[] pdf = null;
            try {
                pdf = pdf(letter, page);
            } catch (LetterNotMade notMade) {
                LOG.error("Letter {} of {}: its PDF cannot be made", letter.id(), letter.caseReference(), notMade);
                notes.add(notMade.getMessage());
            }
            jdbc.update(
                    """
                    insert into app.letter_proof (letter_id, page_sha256, pdf, notes, made_at) values (?, ?, ?, ?, ?)
                    on conflict (letter_id) do update set page_sha256 = excluded.page_sha256, pdf = excluded.pdf,
                        notes = excluded.notes, made_at = excluded.made_at""",
                    letter.id(), sha256(page), pdf, String.join("\n", notes), Timestamp.from(now.instant()));
        }
    }

    /** What was made for a draft counts for the one that takes its place, where they say the same. */
    void passOn(Letter from, Letter to) {
        forget(to);
        jdbc.update("update app.letter_proof set letter_id = ? where letter_id = ?", to.id(), from.id());
    }

    void forget(Letter letter) {
        jdbc.update("delete from app.letter_proof where letter_id = ?", letter.id());
    }

    /**
     * The PDF of just this page: as it was proved, or made now where the page is another by now.
     *
     * @throws LetterNotMade where it cannot be made
     */
    byte[] pdfOf(Letter letter, RenderedLetter page) {
        byte[] proved = found(letter, page);
        return proved != null ? proved : pdf(letter, page);
    }

    /** What a person should look at, by the draft. */
    Map<Long, List<String>> notes(Collection<Letter> letters) {
        List<Letter> drafts = letters.stream().filter(letter -> letter.status() == LetterStatus.DRAFT).toList();
        Map<Long, List<String>> notes = new HashMap<>();
        jdbc.query(
                "select letter_id, notes from app.letter_proof where letter_id = any (?)",
                row -> {
                    notes.put(row.getLong("letter_id"), Arrays.stream(row.getString("notes").split("\n"))
                            .filter(note -> !note.isEmpty()).toList());
                },
                (Object) drafts.stream().map(Letter::id).toArray(Long[]::new));
        // drafted before there were proofs
        drafts.stream()
                .filter(draft -> !notes.containsKey(draft.id()))
                .forEach(draft -> notes.put(draft.id(), rendered(draft, true).notes()));
        return notes;
    }

    private byte[] found(Letter letter, RenderedLetter page) {
        return jdbc.query(
                        "select pdf from app.letter_proof where letter_id = ? and page_sha256 = ? and pdf is not null",
                        (row, number) -> row.getBytes("pdf"), letter.id(), sha256(page)).stream()
                .findFirst()
                .orElse(null);
    }

    private byte[] pdf(Letter letter, RenderedLetter page) {
        try {
            return renderer.pdf(page);
        } catch (RuntimeException unforeseen) {
            throw new LetterNotMade(letter.kind(), unforeseen);
        }
    }

    private static String sha256(RenderedLetter page) {
        return Sha256.ofBytes(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
