package org.redress.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Draft;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.letter.ReaderGuard;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the letters of a case drafted by its procedure, and hands them on once they are approved. */
@Service
public class CaseLetters {

    /** The purpose of updates on how a case is going; the same for every procedure. */
    static final String PROGRESS = "PROGRESS";

    private final Letters letters;
    private final ProcedureOf procedureOf;
    private final ActRecord acts;

    CaseLetters(Letters letters, ProcedureOf procedureOf, ActRecord acts) {
        this.letters = letters;
        this.procedureOf = procedureOf;
        this.acts = acts;
    }

    /**
     * Drafts the letters of a purpose. Drafted again, they take the place of drafts that nobody has approved.
     *
     * @param purpose a code that the procedure of the case declares
     */
    @Transactional
    @ForDiagrams
    public void draft(String caseReference, String purpose) {
        written(caseReference, purpose).forEach(letters::draft);
    }

    /**
     * Brings the drafts of a purpose up to today, whoever wrote into them: a day that a letter names counts from the day
     * on which it is approved and handed over, and so do the clocks.
     */
    @Transactional
    public void renew(String caseReference, String purpose) {
        boolean drafted = of(caseReference, purpose).stream().anyMatch(letter -> letter.status() == LetterStatus.DRAFT);
        if (drafted) {
            written(caseReference, purpose).forEach(letters::renew);
        }
    }

    /** Approves every draft of a purpose; refused for letters in the person's own words. */
    @Transactional
    public void approve(String caseReference, String purpose, String person) {
        approve(caseReference, purpose, person, null);
    }

    /**
     * Approves every draft of a purpose.
     *
     * @param mayStay why letters may hold what their readers may not read as a rule; it stays on the record beside what was
     *     found. Null where nobody says so: such a letter is then refused
     */
    @Transactional
    public void approve(String caseReference, String purpose, String person, String mayStay) {
        for (LetterView letter : of(caseReference, purpose)) {
            if (letter.status() == LetterStatus.DRAFT) {
                List<ReaderGuard.Passage> stays = Faults.blank(mayStay) ? List.of() : letters.notForReader(letter.id());
                letters.approve(letter.id(), person, mayStay);
                Act approved = Act.of(
                        caseReference, person, "APPROVED_LETTER", letter.kind() + " " + letter.kind().label() + " approved");
                acts.append(stays.isEmpty()
                        ? approved
                        : approved.because(mayStay).with(Map.of(
                                "letter", letter.id(), "stays", stays.stream().map(ReaderGuard.Passage::inWords).toList())));
            }
        }
    }

    /** What the drafts of a purpose hold that their readers may not read, each finding with its letter, in words. */
    @Transactional(readOnly = true)
    public List<String> notForReaders(String caseReference, String purpose) {
        return of(caseReference, purpose).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .flatMap(letter -> letters.notForReader(letter.id()).stream()
                        .map(found -> "Letter " + letter.kind() + " to " + letter.to().name() + ", " + found.inWords()))
                .toList();
    }

    /**
     * Hands every approved letter of a purpose over for sending, each once.
     *
     * @param purpose a code that the procedure of the case declares
     */
    @Transactional
    @ForDiagrams
    public void send(String caseReference, String purpose) {
        for (LetterView letter : of(caseReference, purpose)) {
            if (letter.status() == LetterStatus.APPROVED) {
                letters.send(letter.id());
            }
        }
    }

    /**
     * Sends standard letters that the person has read: brought up to the file once more, so that their dates are today's,
     * approved in the person's name and sent.
     */
    @Transactional
    public void issueStandard(String caseReference, String purpose, String person) {
        boolean untouched = of(caseReference, purpose).stream()
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        if (untouched) {
            draft(caseReference, purpose);
        } else {
            renew(caseReference, purpose);
        }
        approve(caseReference, purpose, person);
        send(caseReference, purpose);
    }

    /** The letters of a purpose that are drafted, approved or sent. */
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseReference, String purpose) {
        return letters.of(caseReference).stream()
                .filter(letter -> letter.purpose().equals(purpose))
                .toList();
    }

    /** Drafts, or drafts again, an update on how the case is going. */
    @Transactional
    void draftUpdate(String caseReference, String stage, LocalDate nextUpdateOn) {
        update(caseReference, stage, nextUpdateOn, letters::draft);
    }

    /**
     * Sends an update that the person has read, with the stage that they chose and the day of the next one.
     */
    @Transactional
    void issueUpdate(String caseReference, String stage, LocalDate nextUpdateOn, String person) {
        boolean untouched = of(caseReference, PROGRESS).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        update(caseReference, stage, nextUpdateOn, untouched ? letters::draft : letters::renew);
        approve(caseReference, PROGRESS, person);
        send(caseReference, PROGRESS);
    }

    /** Takes back an update that nobody has approved. */
    @Transactional
    void withdrawUpdate(String caseReference, String why) {
        letters.withdrawDrafts(caseReference, PROGRESS, why);
    }

    private void update(String caseReference, String stage, LocalDate nextUpdateOn, Consumer<Draft> keep) {
        procedureOf.of(caseReference, Progress.class).letters(caseReference, stage, nextUpdateOn).forEach(keep);
    }

    private List<Draft> written(String caseReference, String purpose) {
        return procedureOf.of(caseReference, LetterWriter.class).write(caseReference, purpose);
    }
}
