package org.redress.review;

import java.util.List;
import org.redress.desk.CaseLetters;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.LetterView;
import org.springframework.stereotype.Service;

/** The letters of a review by their purposes. What is done with them the desk does, as for every case. */
@Service
public class ReviewLetters {

    private final CaseLetters letters;

    ReviewLetters(CaseLetters letters) {
        this.letters = letters;
    }

    /**
     * As {@code caseLetters.draft}, for diagrams that were deployed before that had its name.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @ForDiagrams
    public void draft(String caseReference, String purpose) {
        letters.draft(caseReference, purpose);
    }

    public void renew(String caseReference, LetterPurpose purpose) {
        letters.renew(caseReference, purpose.name());
    }

    /**
     * As {@code caseLetters.send}, for diagrams that were deployed before that had its name.
     *
     * @param purpose a code of {@link LetterPurpose}
     */
    @ForDiagrams
    public void send(String caseReference, String purpose) {
        letters.send(caseReference, purpose);
    }

    void approve(String caseReference, LetterPurpose purpose, String person) {
        letters.approve(caseReference, purpose.name(), person);
    }

    void issueStandard(String caseReference, LetterPurpose purpose, String person) {
        letters.issueStandard(caseReference, purpose.name(), person);
    }

    public List<LetterView> of(String caseReference, LetterPurpose purpose) {
        return letters.of(caseReference, purpose.name());
    }
}
