package org.redress.review;

import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePeopleChanged;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.step.Option;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters for people who came onto the file after the letters were drafted. They are drafted at once, so that the step shows them,
 * and the letters go nowhere before whoever completes the step says that they have read these too.
 */
@Component
class LateLetters {

    private static final Set<LetterPurpose> TO_EVERYBODY = Set.of(LetterPurpose.NOTICE, LetterPurpose.OUTCOME);

    private final Letters letters;
    private final CaseFiles cases;
    private final LetterContents contents;

    LateLetters(Letters letters, CaseFiles cases, LetterContents contents) {
        this.letters = letters;
        this.cases = cases;
        this.contents = contents;
    }

    @EventListener
    @Transactional
    public void peopleChanged(CasePeopleChanged changed) {
        List<LetterView> drafts = letters.of(changed.caseReference()).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .toList();
        for (LetterPurpose purpose : TO_EVERYBODY) {
            if (drafts.stream().anyMatch(letter -> letter.purpose().equals(purpose.name()))) {
                CaseFile file = cases.get(changed.caseReference());
                contents.of(file, purpose).forEach(letters::addLater);
            }
        }
    }

    /** The drafts that were added later, to be ticked off by whoever has read them. */
    static List<Option> options(List<LetterView> letters) {
        return late(letters).stream().map(letter -> new Option(words(letter), String.valueOf(letter.id()))).toList();
    }

    /** A fault for every letter that was added later and is not among those that were read. */
    static void mustBeRead(List<LetterView> letters, List<String> read, Faults faults) {
        List<String> seen = read == null ? List.of() : read;
        late(letters).stream()
                .filter(letter -> !seen.contains(String.valueOf(letter.id())))
                .forEach(letter -> faults.when(
                        true,
                        "lettersRead",
                        words(letter) + " was drafted after the others, as somebody was added to the case. Read it on the case page,"
                                + " then tick it."));
    }

    static String words(LetterView letter) {
        return letter.kind() + " " + letter.kind().label() + ", to " + letter.to().name();
    }

    private static List<LetterView> late(List<LetterView> letters) {
        return letters.stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT && letter.addedLater())
                .toList();
    }
}
