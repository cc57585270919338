package org.redress.desk;

import java.util.List;
import org.redress.casefile.CasePeopleChanged;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.step.Faults;
import org.redress.step.Option;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters for people who came onto the file after the letters were drafted. They are drafted at once, so that the step shows them,
 * and the letters go nowhere before whoever completes the step says that they have read these too.
 */
@Component
public class LateLetters {

    private final Letters letters;
    private final ProcedureOf procedureOf;

    LateLetters(Letters letters, ProcedureOf procedureOf) {
        this.letters = letters;
        this.procedureOf = procedureOf;
    }

    @EventListener
    @Transactional
    public void peopleChanged(CasePeopleChanged changed) {
        List<LetterView> drafts = letters.of(changed.caseReference()).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .toList();
        if (drafts.isEmpty()) {
            return;
        }
        LetterWriter writer = procedureOf.of(changed.caseReference(), LetterWriter.class);
        for (String purpose : writer.purposesToEverybody()) {
            if (drafts.stream().anyMatch(letter -> letter.purpose().equals(purpose))) {
                writer.write(changed.caseReference(), purpose).forEach(letters::addLater);
            }
        }
    }

    /** The drafts that were added later, to be ticked off by whoever has read them. */
    public static List<Option> options(List<LetterView> letters) {
        return late(letters).stream().map(letter -> new Option(words(letter), String.valueOf(letter.id()))).toList();
    }

    /** A fault for every letter that was added later and is not among those that were read. */
    public static void mustBeRead(List<LetterView> letters, List<String> read, Faults faults) {
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
