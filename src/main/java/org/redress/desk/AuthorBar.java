package org.redress.desk;

import java.util.Optional;
import org.redress.letter.LetterStatus;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** Nobody gets the step in which they would approve a letter of their own. */
@Component
class AuthorBar implements TaskBar {

    private final CaseLetters letters;

    AuthorBar(CaseLetters letters) {
        this.letters = letters;
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        boolean author = context.step().equals("ApproveLetters")
                && letters.of(context.caseReference(), ApproveLettersStep.purpose(context)).stream()
                        .filter(letter -> letter.status() == LetterStatus.DRAFT)
                        .anyMatch(letter -> context.person().equals(letter.author()));
        return author ? Optional.of("Whoever wrote a letter does not approve it. Somebody else must.") : Optional.empty();
    }
}
