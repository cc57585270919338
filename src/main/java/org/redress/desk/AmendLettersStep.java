package org.redress.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.Option;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/** A paragraph goes into the one letter that it was written for, and stays there. */
@Component
class AmendLettersStep implements Step<AmendLetters> {

    private final CaseLetters caseLetters;
    private final Letters letters;
    private final CaseFiles cases;
    private final ProcedureOf procedureOf;
    private final ActRecord acts;
    private final Json json;

    AmendLettersStep(
            CaseLetters caseLetters,
            Letters letters,
            CaseFiles cases,
            ProcedureOf procedureOf,
            ActRecord acts,
            Json json) {
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.cases = cases;
        this.procedureOf = procedureOf;
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
        List<LetterView> drafts = drafts(context);
        shown.put("letters", drafts.stream().map(AmendLettersStep::option).toList());
        shown.put("allegations", cases.allegations(context.caseReference()).stream()
                .map(allegation -> new Option("Allegation " + allegation.number(), String.valueOf(allegation.number())))
                .toList());
        List<LetterView> withText = drafts.stream().filter(letter -> letter.additionalText() != null).toList();
        shown.put(
                "addedWords",
                withText.isEmpty()
                        ? "Nothing yet."
                        : String.join("\n\n", withText.stream()
                                .map(letter -> LateLetters.words(letter) + ":\n\n" + letter.additionalText())
                                .toList()));
        Optional.of(withText.size() == 1 ? withText : drafts)
                .filter(one -> one.size() == 1)
                .map(one -> one.get(0))
                .ifPresent(letter -> {
                    shown.put("letter", String.valueOf(letter.id()));
                    shown.put("additionalText", letter.additionalText());
                });
        return shown;
    }

    @Override
    public RoutingFacts complete(StepContext context, AmendLetters answers) {
        AllegationChoice choice = procedureOf.of(context.caseReference(), AllegationChoice.class);
        List<LetterView> drafts = drafts(context);
        LetterView chosen = chosen(drafts, answers.letter());
        String text = Faults.blank(answers.additionalText()) ? null : answers.additionalText().strip();
        List<String> about = answers.allegationsAbout() == null ? List.of() : answers.allegationsAbout();
        boolean elsewhere = text != null && drafts.stream()
                .anyMatch(other -> other != chosen && text.equals(other.additionalText()));
        Faults faults = new Faults()
                .when(
                        chosen == null && (text != null || !about.isEmpty()),
                        "letter",
                        "Choose the letter that you amend. What you write goes into that one only.")
                .when(
                        chosen != null && elsewhere && !Objects.equals(text, chosen.additionalText()),
                        "additionalText",
                        "These words stand in another letter already. Write what this letter has to say to its reader.");
        if (chosen != null && !about.isEmpty()) {
            choice.refusal(context.caseReference(), chosen).ifPresent(why -> faults.when(true, "allegationsAbout", why));
        }
        faults.refuseIfAny();
        if (chosen != null && !Objects.equals(text, chosen.additionalText())) {
            letters.editAdditionalText(chosen.id(), text, context.person(), chosen.version());
        }
        if (chosen != null && !about.isEmpty()) {
            choice.choose(context.caseReference(), chosen, about, context.person());
            caseLetters.renew(context.caseReference(), ApproveLettersStep.purpose(context));
        }
        return RoutingFacts.none();
    }

    private List<LetterView> drafts(StepContext context) {
        return caseLetters.of(context.caseReference(), ApproveLettersStep.purpose(context)).stream()
                .filter(letter -> letter.status() == LetterStatus.DRAFT)
                .toList();
    }

    private static LetterView chosen(List<LetterView> drafts, String number) {
        if (number == null || number.isBlank()) {
            return drafts.size() == 1 ? drafts.get(0) : null;
        }
        return drafts.stream().filter(letter -> String.valueOf(letter.id()).equals(number)).findFirst().orElse(null);
    }

    private static Option option(LetterView letter) {
        return new Option(LateLetters.words(letter) + ", letter " + letter.id(), String.valueOf(letter.id()));
    }
}
