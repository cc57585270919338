package org.redress.engine.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.redress.engine.form.AnswersRefused.Fault;
import org.redress.step.DayRules;
import org.redress.step.StepContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the procedures what a day must keep to, by the kind of day that the form names for its field. */
@Component
class DayCheck {

    private final ObjectProvider<DayRules> rules;

    DayCheck(ObjectProvider<DayRules> rules) {
        this.rules = rules;
    }

    List<Fault> faults(FormDefinition form, Map<String, Object> answers, StepContext context) {
        List<Fault> faults = new ArrayList<>();
        for (Field field : form.fields()) {
            if (field.dayKind() != null && answers.get(field.key()) instanceof LocalDate day) {
                rules.stream()
                        .filter(known -> known.kinds().contains(field.dayKind()))
                        .findFirst()
                        .flatMap(known -> known.fault(field.dayKind(), day, context, answers))
                        .ifPresent(fault -> faults.add(new Fault(field.key(), field.label(), fault)));
            }
        }
        return faults;
    }

    /** Why a form's kinds of day cannot be asked for, in words for whoever deploys it. */
    List<String> problems(FormDefinition form) {
        TreeSet<String> known = new TreeSet<>();
        rules.forEach(one -> known.addAll(one.kinds()));
        return form.fields().stream()
                .filter(field -> field.dayKind() != null && !known.contains(field.dayKind()))
                .map(field -> "field '" + field.key() + "': nobody knows the kind of day " + field.dayKind() + "; choose one of "
                        + String.join(", ", known))
                .toList();
    }
}
