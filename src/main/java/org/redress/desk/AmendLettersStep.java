package org.redress.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.ActRecord;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

@Component
class AmendLettersStep implements Step<AmendLetters> {

    private final CaseLetters caseLetters;
    private final Letters letters;
    private final ActRecord acts;
    private final Json json;

    AmendLettersStep(CaseLetters caseLetters, Letters letters, ActRecord acts, Json json) {
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.acts = acts;
        this.json = json;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Map<String, Object> shown = new HashMap<>();
        acts.of(context.caseReference()).stream()
                .filter(act -> act.action().equals("SENT_BACK_LETTERS"))
                .findFirst()
                .map(act -> json.read(act.details(), new TypeReference<Map<String, String>>() {}).get("amendments"))
                .ifPresent(amendments -> shown.put("amendmentsWords", amendments));
        caseLetters.of(context.caseReference(), ApproveLettersStep.purpose(context)).stream()
                .map(LetterView::additionalText)
                .filter(text -> text != null)
                .findFirst()
                .ifPresent(text -> shown.put("additionalText", text));
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, AmendLetters answers) {
        caseLetters.of(context.caseReference(), ApproveLettersStep.purpose(context)).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .filter(letter -> !Objects.equals(letter.additionalText(), answers.additionalText()))
                .forEach(letter -> letters.editAdditionalText(
                        letter.id(), answers.additionalText(), context.person(), letter.version()));
        return RoutingFacts.none();
    }
}
