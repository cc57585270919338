package org.redress.engine.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.step.AnswerKeeper;
import org.redress.step.Option;
import org.redress.step.RoutingFacts;
import org.redress.step.StepContext;
import org.springframework.stereotype.Component;

/**
 * The questions of a form that no record takes. Their answers go on the file of the case; a procedure learns those alone whose
 * key is a variable that its kind declares as set by this very step, so that no form can steer what another step decides.
 */
@Component
class KeptFields {

    private static final Map<String, String> NEEDS = Map.of(
            "flag", "which is a flag: use a tick box",
            "date", "which is a day: use a date",
            "number", "which is a whole number: use a number without decimal digits",
            "code", "which is a code: use one choice among values without spaces that stand in the form",
            "list", "which is a list of codes: use several choices among values without spaces that stand in the form");

    /**
     * The step whose questions they are.
     *
     * @param task the task's id in the diagram
     * @param name the step's name in the diagram
     */
    record Asked(String task, String name) {

        /** A name may be drawn on several lines. */
        Asked {
            name = name == null ? task : name.strip().replaceAll("\\s+", " ");
        }
    }

    private final Kinds kinds;
    private final FactFields factFields;
    private final AnswerKeeper file;

    KeptFields(Kinds kinds, FactFields factFields, AnswerKeeper file) {
        this.kinds = kinds;
        this.factFields = factFields;
        this.file = file;
    }

    /** The fields that a record has no component for, and does not take as facts. */
    List<Field> beside(Class<? extends Record> answers, FormDefinition form) {
        Set<String> taken = Arrays.stream(answers.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        List<Field> asFacts = factFields.of(answers, form);
        return form.fields().stream().filter(field -> !taken.contains(field.key()) && !asFacts.contains(field)).toList();
    }

    /**
     * Keeps the answers to some fields of a form that has been checked.
     *
     * @return the facts among them that the kind of the case declares
     */
    RoutingFacts keep(Asked asked, StepContext context, List<Field> fields, FormCheck.Result checked, Shown shown) {
        List<AnswerKeeper.Answer> answers = new ArrayList<>();
        RoutingFacts facts = RoutingFacts.none();
        List<Kind.Variable> declared = kinds.ofReference(context.caseReference()).variables();
        for (Field field : fields) {
            Object answer = checked.answers().get(field.key());
            if (!checked.hidden().contains(field.key())) {
                List<Option> options = field.kind().offersChoices() ? shown.options(field.choices()) : List.of();
                answers.add(new AnswerKeeper.Answer(field.key(), field.label(), AnswerWords.of(field, answer, options)));
            }
            for (Kind.Variable variable : declared) {
                if (variable.name().equals(field.key()) && misfit(variable, field, asked).isEmpty()) {
                    facts = facts.and(field.key(), fact(variable, answer));
                }
            }
        }
        file.keep(context, asked.task(), asked.name(), answers);
        return facts;
    }

    private static Object fact(Kind.Variable variable, Object answer) {
        return switch (variable.type()) {
            case "flag" -> Boolean.TRUE.equals(answer);
            case "list" -> answer == null ? List.of() : answer;
            case "number" -> answer == null ? null : (Object) ((BigDecimal) answer).longValueExact();
            default -> answer;
        };
    }

    /**
     * Why the answers to a field cannot be kept, in words for whoever made the form; none where they can.
     *
     * @param hasJava whether some other part of the step gives what forms show
     */
    List<String> problems(Field field, Asked asked, boolean hasJava) {
        List<String> problems = new ArrayList<>();
        if (field.label().equals(field.key())) {
            problems.add("its label must be the question in plain words, because it is kept with the answer");
        }
        if ("true".equals(field.readonlyWhen())) {
            problems.add("it can only be read, so nobody answers it; show it in a text instead");
        }
        if (field.choices().shownUnder() != null && !hasJava) {
            problems.add("its choices must stand in the form, because nothing gives '" + field.choices().shownUnder() + "' to a step without Java");
        }
        List<Kind.Variable> declared = kinds.all().stream()
                .flatMap(kind -> kind.variables().stream())
                .filter(variable -> variable.name().equals(field.key()))
                .toList();
        List<String> misfits = declared.stream().flatMap(variable -> misfit(variable, field, asked).stream()).toList();
        if (!declared.isEmpty() && misfits.size() == declared.size()) {
            problems.addAll(misfits);
        }
        return problems;
    }

    /** Why a field does not set a variable of its name; empty where it does. */
    private static List<String> misfit(Kind.Variable variable, Field field, Asked asked) {
        boolean named = Stream.of(variable.setBy().split(";"))
                .map(String::strip)
                .anyMatch(by -> by.equals(asked.name()) || by.equals(asked.task()));
        if (!named) {
            return List.of("'" + variable.name() + "' is a fact that is set by " + variable.setBy()
                    + "; give the question another key, or name this step in setBy of the procedure's file");
        }
        boolean fits = switch (variable.type()) {
            case "flag" -> field.kind() == Field.Kind.CHECKBOX;
            case "date" -> field.kind() == Field.Kind.DATE;
            case "number" -> field.kind() == Field.Kind.NUMBER && Integer.valueOf(0).equals(field.limits().decimalDigits());
            case "code" -> field.kind() == Field.Kind.ONE_OF && offersCodes(field);
            case "list" -> field.kind() == Field.Kind.MANY_OF && offersCodes(field);
            default -> false;
        };
        return fits ? List.of() : List.of("its answers do not fit the fact '" + variable.name() + "', " + NEEDS.get(variable.type()));
    }

    private static boolean offersCodes(Field field) {
        return !field.choices().fixed().isEmpty()
                && field.choices().fixed().stream().map(Option::value).allMatch(RoutingFacts::isCode);
    }
}
