package org.redress.desk;

import java.util.List;
import java.util.Optional;
import org.redress.letter.LetterView;

/** Which allegations a letter tells its reader of, where a person may choose them. */
public interface AllegationChoice extends OfKind {

    /** Why nobody chooses for this letter, in words; empty where a person may. */
    Optional<String> refusal(String caseReference, LetterView letter);

    /** @param chosen the numbers of the allegations that concern the reader; the others do not */
    void choose(String caseReference, LetterView letter, List<String> chosen, String by);
}
