package org.redress.review;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.redress.casefile.CaseFiles;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Draft;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.letters.ProgressUpdate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the letters of a review from its file, and hands them on once they are approved. */
@Service
public class ReviewLetters {

    private final Letters letters;
    private final CaseFiles cases;
    private final LetterContents contents;
    private final ReviewWords words;
    private final ActRecord acts;

    ReviewLetters(Letters letters, CaseFiles cases, LetterContents contents, ReviewWords words, ActRecord acts) {
        this.letters = letters;
        this.cases = cases;
        this.contents = contents;
        this.words = words;
        this.acts = acts;
    }

    /**
     * Drafts the letters of a purpose. Drafted again, they take the place of drafts that nobody has approved.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @Transactional
    @ForDiagrams
    public void draft(String caseReference, String purpose) {
        contents.of(cases.get(caseReference), new LetterPurpose(purpose)).forEach(letters::draft);
    }

    /**
     * Brings the drafts of a purpose up to today, whoever wrote into them: a day that a letter names counts from the day
     * on which it is approved and handed over, and so do the clocks.
     */
    @Transactional
    public void renew(String caseReference, LetterPurpose purpose) {
        boolean drafted = of(caseReference, purpose).stream().anyMatch(letter -> letter.status() == LetterStatus.DRAFT);
        if (drafted) {
            contents.of(cases.get(caseReference), purpose).forEach(letters::renew);
        }
    }

    /** Approves every draft of a purpose; refused for letters in the person's own words. */
    @Transactional
    public void approve(String caseReference, LetterPurpose purpose, String person) {
        for (LetterView letter : of(caseReference, purpose)) {
            if (letter.status() == LetterStatus.DRAFT) {
                letters.approve(letter.id(), person);
                acts.append(Act.of(
                        caseReference, person, "APPROVED_LETTER", letter.kind() + " " + letter.kind().label() + " approved"));
            }
        }
    }

    /**
     * Hands every approved letter of a purpose over for sending, each once.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @Transactional
    @ForDiagrams
    public void send(String caseReference, String purpose) {
        for (LetterView letter : of(caseReference, new LetterPurpose(purpose))) {
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
    void issueStandard(String caseReference, LetterPurpose purpose, String person) {
        boolean untouched = of(caseReference, purpose).stream()
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        if (untouched) {
            draft(caseReference, purpose.name());
        } else {
            renew(caseReference, purpose);
        }
        approve(caseReference, purpose, person);
        send(caseReference, purpose.name());
    }

    /** Withdraws every draft of the case that nobody has approved. */
    @Transactional
    void withdrawDrafts(String caseReference, String why) {
        words.purposes().forEach(purpose -> letters.withdrawDrafts(caseReference, purpose, why));
    }

    /** The letters of a purpose that are drafted, approved or sent. */
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseReference, LetterPurpose purpose) {
        return letters.of(caseReference).stream()
                .filter(letter -> letter.purpose().equals(purpose.name()))
                .toList();
    }

    /** Drafts, or drafts again, an update on how the review is going. */
    @Transactional
    void draftUpdate(String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn) {
        update(caseReference, stage, nextUpdateOn, letters::draft);
    }

    /**
     * Sends an update that the person has read, with the stage that they chose and the day of the next one.
     */
    @Transactional
    void issueUpdate(String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn, String person) {
        boolean untouched = of(caseReference, LetterPurpose.PROGRESS).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .allMatch(letter -> letter.author().equals(Draft.STANDARD_TEXT));
        update(caseReference, stage, nextUpdateOn, untouched ? letters::draft : letters::renew);
        approve(caseReference, LetterPurpose.PROGRESS, person);
        send(caseReference, LetterPurpose.PROGRESS.name());
    }

    private void update(
            String caseReference, ProgressUpdate.Stage stage, LocalDate nextUpdateOn, Consumer<Draft> keep) {
        keep.accept(contents.progressUpdate(cases.get(caseReference), stage, nextUpdateOn));
    }
}
