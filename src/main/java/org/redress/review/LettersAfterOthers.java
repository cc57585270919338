package org.redress.review;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.letter.Addressee;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters that go out after others of their kind: an acknowledgement once more, a determination that was held back. */
@Service
@Transactional
public class LettersAfterOthers {

    private static final String DETERMINATION = "N10";

    private final Letters letters;
    private final ReviewLetters reviewLetters;
    private final LetterContents contents;
    private final CaseFiles cases;
    private final ActRecord acts;

    LettersAfterOthers(Letters letters, ReviewLetters reviewLetters, LetterContents contents, CaseFiles cases, ActRecord acts) {
        this.letters = letters;
        this.reviewLetters = reviewLetters;
        this.contents = contents;
        this.cases = cases;
        this.acts = acts;
    }

    /** Whether the application was acknowledged, so that it can be acknowledged once more to where the person is now. */
    @Transactional(readOnly = true)
    public boolean canAcknowledgeAgain(String caseReference) {
        List<LetterView> acknowledged = reviewLetters.of(caseReference, LetterPurpose.ACKNOWLEDGEMENT);
        return !acknowledged.isEmpty() && acknowledged.stream().noneMatch(letter -> letter.status() == LetterStatus.DRAFT);
    }

    /** Sends the acknowledgement once more, as the file is now; nothing happens where it cannot be. */
    public void acknowledgeAgain(String caseReference, String person) {
        if (canAcknowledgeAgain(caseReference)) {
            reviewLetters.draft(caseReference, LetterPurpose.ACKNOWLEDGEMENT.name());
            reviewLetters.approve(caseReference, LetterPurpose.ACKNOWLEDGEMENT, person);
            reviewLetters.send(caseReference, LetterPurpose.ACKNOWLEDGEMENT.name());
            acts.append(Act.of(caseReference, person, "ACKNOWLEDGED_AGAIN", "Acknowledgement sent once more"));
        }
    }

    /** Drafts the determination for somebody from whom it was held back, where the others have a letter of it. */
    void draftDetermination(String caseReference, Addressee reader) {
        if (!reviewLetters.of(caseReference, LetterPurpose.OUTCOME).isEmpty()) {
            contents.of(cases.get(caseReference), LetterPurpose.OUTCOME).stream()
                    .filter(draft -> draft.kind().equals(DETERMINATION) && draft.to().equals(reader))
                    .forEach(letters::draft);
        }
    }

    /** The determination that waits for its approval alone, because the others have theirs already. */
    @Transactional(readOnly = true)
    public Optional<LetterView> waitingDetermination(CaseFile file, Party person) {
        List<LetterView> outcome = reviewLetters.of(file.reference(), LetterPurpose.OUTCOME);
        boolean othersApproved = outcome.stream().anyMatch(letter -> letter.status() != LetterStatus.DRAFT);
        Addressee reader = Correspondence.to(person, cases.parties(file.reference()));
        return outcome.stream()
                .filter(letter -> othersApproved
                        && letter.status() == LetterStatus.DRAFT
                        && letter.kind().code().equals(DETERMINATION)
                        && letter.to().role() == reader.role()
                        && (letter.to().party() == null
                                ? letter.to().name().equals(reader.name())
                                : letter.to().party().equals(reader.party())))
                .findFirst();
    }

    /**
     * Approves a determination that was held back, and sends it.
     *
     * @throws org.redress.letter.OwnWorkRefused where the person decided the review
     */
    public void sendDetermination(CaseFile file, Party person, String by) {
        waitingDetermination(file, person).ifPresent(letter -> {
            letters.approve(letter.id(), by);
            letters.send(letter.id());
            acts.append(Act.of(
                    file.reference(), by, "APPROVED_LETTER", letter.kind() + " " + letter.kind().label() + " approved"));
        });
    }
}
