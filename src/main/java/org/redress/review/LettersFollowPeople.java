package org.redress.review;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.Party;
import org.redress.casefile.PeopleCorrected;
import org.redress.letter.Addressee;
import org.redress.letter.LettersToPeople;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is put right about the people of a case is right in its letters too: in every draft at once, and in all that come later. */
@Component
class LettersFollowPeople {

    private final LettersToPeople letters;
    private final LettersAfterOthers late;

    LettersFollowPeople(LettersToPeople letters, LettersAfterOthers late) {
        this.letters = letters;
        this.late = late;
    }

    @EventListener
    void follow(PeopleCorrected corrected) {
        for (Party before : corrected.before()) {
            // letters for somebody whom another acts for are that person's, whoever reads them
            if (!before.role().equals(ReviewParties.REPRESENTATIVE)) {
                follow(corrected, before);
            }
        }
        String was = Correspondence.complainant(corrected.before()).fullName();
        String is = Correspondence.complainant(corrected.after()).fullName();
        if (!was.equals(is)) {
            letters.renameComplainant(corrected.caseReference(), was, is);
        }
    }

    private void follow(PeopleCorrected corrected, Party before) {
        String reference = corrected.caseReference();
        Addressee was = Correspondence.to(before, corrected.before());
        Optional<Party> after = sameIn(corrected.after(), before);
        if (after.isEmpty()) {
            if (nobodyElse(corrected.after(), was)) {
                letters.withdraw(reference, was, null, "The person is not on the file any more");
            }
            return;
        }
        Addressee is = Correspondence.to(after.get(), corrected.after());
        if (!was.equals(is)) {
            letters.readdress(reference, was, is);
        }
        if (before.told() && !after.get().told()) {
            letters.withdraw(reference, is, "N10", "The determination is held back from this person");
        } else if (!before.told() && after.get().told()) {
            late.draftDetermination(reference, is);
        }
    }

    /** Somebody entered twice leaves their namesake's letters alone. */
    private static boolean nobodyElse(List<Party> people, Addressee was) {
        return people.stream()
                .filter(party -> !party.role().equals(ReviewParties.REPRESENTATIVE))
                .map(party -> Correspondence.to(party, people))
                .noneMatch(reader -> reader.role() == was.role() && reader.name().equals(was.name()));
    }

    private static Optional<Party> sameIn(List<Party> people, Party person) {
        return people.stream().filter(party -> party.id().equals(person.id())).findFirst();
    }
}
