package org.redress.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.redress.casefile.CasePath;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.LettersAwaited;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes a case, but not over a letter that it owes: then the case closes by itself when the last one is out or settled. */
@Service
public class CaseClosing {

    private final FileClosing files;
    private final OwedLetters owedLetters;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseClosing(
            FileClosing files,
            OwedLetters owedLetters,
            JdbcTemplate jdbc,
            ActRecord acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.owedLetters = owedLetters;
        this.jdbc = jdbc;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Closes the case, or lets it wait for the letters that it owes.
     *
     * @param path how the case ended, a path that the kind of the case declares as an end
     */
    @Transactional
    @ForDiagrams
    public void close(String caseReference, String path) {
        List<String> awaited = owedLetters.stillToLeave(caseReference);
        if (awaited.isEmpty()) {
            files.close(caseReference, path);
            return;
        }
        int first = jdbc.update(
                "insert into app.closing_case (case_reference, path, since) values (?, ?, ?) on conflict do nothing",
                caseReference,
                new CasePath(path).name(),
                Timestamp.from(clock.instant()));
        if (first == 1) {
            files.endOpenQuestions(caseReference);
            acts.append(Act.of(
                            caseReference,
                            "redress",
                            "CLOSING_WAITS",
                            "The case closes when its letters are out: " + String.join("; ", awaited))
                    .because("A case does not close over a letter that it owes"));
            events.publishEvent(new LettersAwaited(caseReference));
        }
    }

    /** Closes the case where that waited for letters, and the last of them is out or settled. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void closeWhatWaited(String caseReference) {
        // two letters that leave at once: the second looks when the first is done
        List<String> paths = jdbc.queryForList(
                "select path from app.closing_case where case_reference = ? for update", String.class, caseReference);
        if (!paths.isEmpty() && owedLetters.stillToLeave(caseReference).isEmpty()) {
            jdbc.update("delete from app.closing_case where case_reference = ?", caseReference);
            files.close(caseReference, paths.get(0));
        }
    }

    /** The cases that wait for their letters. */
    @Transactional(readOnly = true)
    List<String> waiting() {
        return jdbc.queryForList("select case_reference from app.closing_case order by 1", String.class);
    }
}
