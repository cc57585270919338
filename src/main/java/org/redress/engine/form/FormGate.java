package org.redress.engine.form;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/**
 * Says why a user task cannot stand: its form must be there, and its record and step where it has them, and agree. Asked before a deployment is
 * let in, and at start-up of everything that is deployed already.
 */
@Component
class FormGate {

    private static final String TASK = "Task_";
    private static final Pattern PROCEDURE = Pattern.compile("(?:^|/)processes/([^/]+)/([^/]+)\\.bpmn$");

    private final Steps steps;
    private final Conditions conditions;
    private final KeptFields kept;
    private final DayCheck days;
    private final FactFields factFields;

    FormGate(Steps steps, Conditions conditions, KeptFields kept, DayCheck days, FactFields factFields) {
        this.steps = steps;
        this.conditions = conditions;
        this.kept = kept;
        this.days = days;
        this.factFields = factFields;
    }

    /**
     * The procedure that a process belongs to, by the folder of the file that is called like it; null where none is, as when
     * a diagram is deployed from the Modeler.
     */
    static String procedure(String process, Set<String> files) {
        return files.stream()
                .map(PROCEDURE::matcher)
                .filter(place -> place.find() && place.group(2).equals(process))
                .map(place -> place.group(1))
                .findFirst()
                .orElse(null);
    }

    /** The stem of a step's name, or null where the task's id has none. */
    static String stem(String taskKey) {
        return taskKey.startsWith(TASK) && taskKey.length() > TASK.length() ? taskKey.substring(TASK.length()) : null;
    }

    /**
     * What is wrong with a user task, in words for whoever draws the diagram; empty where nothing is.
     *
     * @param task the task as the engine read it
     * @param process the id of its process
     * @param files what was deployed with it, by name
     */
    List<String> problems(TaskDefinition task, String process, Map<String, byte[]> files) {
        String stem = stem(task.getKey());
        if (stem == null) {
            return List.of("its id must be Task_ and the name of the step, such as Task_DecideValidity");
        }
        List<String> problems = new ArrayList<>(reference(task, stem));
        Optional<FormDefinition> form = Optional.empty();
        try {
            form = form(stem, files);
            if (form.isEmpty()) {
                problems.add("its form " + stem + ".form is not in the same deployment");
            }
        } catch (IllegalArgumentException unreadable) {
            problems.add("its form " + stem + ".form cannot be used: " + unreadable.getMessage());
        }
        form.ifPresent(found -> problems.addAll(form(found, stem)));
        String procedure = procedure(process, files.keySet());
        boolean recorded = steps.isRecorded(procedure, stem);
        Optional<Steps.Known> step = recorded ? Optional.empty() : step(procedure, stem, problems);
        form.ifPresent(found -> {
            step.ifPresent(known -> problems.addAll(agreement(found, known.answers())));
            if (recorded || step.isPresent()) {
                KeptFields.Asked asked = new KeptFields.Asked(task.getKey(), name(task));
                List<Field> further = step.map(known -> kept.beside(known.answers(), found)).orElse(found.fields());
                further.forEach(field -> kept.problems(field, asked, step.isPresent()).forEach(problem ->
                        problems.add("the form's field '" + field.key() + "': " + problem)));
            }
        });
        return problems;
    }

    private static String name(TaskDefinition task) {
        return task.getNameExpression() == null ? null : task.getNameExpression().getExpressionText();
    }

    private static List<String> reference(TaskDefinition task, String stem) {
        List<String> problems = new ArrayList<>();
        String reference = task.getCamundaFormDefinitionKey() == null ? null : task.getCamundaFormDefinitionKey().getExpressionText();
        if (!stem.equals(reference)) {
            problems.add("it needs camunda:formRef=\"" + stem + "\"");
        }
        if (!DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(task.getCamundaFormDefinitionBinding())) {
            problems.add("it needs camunda:formRefBinding=\"deployment\"");
        }
        return problems;
    }

    private static Optional<FormDefinition> form(String stem, Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.equals(stem + ".form") || name.endsWith("/" + stem + ".form"))
                .findFirst()
                .map(name -> FormReader.read(files.get(name)));
    }

    private List<String> form(FormDefinition form, String stem) {
        List<String> problems = new ArrayList<>();
        if (!stem.equals(form.id())) {
            problems.add("the form " + stem + ".form has the id '" + form.id() + "' and needs '" + stem + "'");
        }
        form.problems().forEach(problem -> problems.add("form " + stem + ", " + problem));
        days.problems(form).forEach(problem -> problems.add("form " + stem + ", " + problem));
        Map<String, Object> nothing = new HashMap<>();
        form.keys().forEach(key -> nothing.put(key, null));
        form.fields().forEach(field -> conditions(field).forEach(condition -> {
            try {
                conditions.check(condition, nothing);
            } catch (FeelException | IllegalArgumentException unreadable) {
                problems.add("form " + stem + ", field '" + field.key() + "': its condition '" + condition + "' cannot be answered");
            }
        }));
        return problems;
    }

    private static List<String> conditions(Field field) {
        List<String> all = new ArrayList<>(field.hiddenWhen());
        if (field.readonlyWhen() != null && field.readonlyWhen().startsWith("=")) {
            all.add(field.readonlyWhen().substring(1));
        }
        return all;
    }

    private Optional<Steps.Known> step(String procedure, String stem, List<String> problems) {
        List<Steps.Known> found = steps.find(procedure, stem);
        if (found.isEmpty()) {
            problems.add("no bean implements Step<" + stem + "> for a record org.redress." + (procedure == null ? "*" : procedure) + "." + stem
                    + ", though permissions.csv has a line for it");
        }
        if (found.size() > 1) {
            problems.add("more than one bean implements Step<" + stem + ">: "
                    + found.stream().map(Steps.Known::bean).collect(Collectors.joining(", ")));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<String> agreement(FormDefinition form, Class<? extends Record> answers) {
        List<String> problems = new ArrayList<>();
        factFields.of(answers, form).forEach(field -> factFields.misfit(field).ifPresent(
                misfit -> problems.add("the form's field '" + field.key() + "': " + misfit)));
        Map<String, RecordComponent> components = Arrays.stream(answers.getRecordComponents())
                .filter(component -> !FactFields.areTakenBy(component))
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
        for (Field field : form.fields()) {
            RecordComponent component = components.get(field.key());
            if (component != null) {
                RecordBinder.misfit(field, component).ifPresent(misfit -> problems.add("the form's field '" + field.key() + "': " + misfit));
            }
        }
        Set<String> keys = form.keys();
        components.keySet().stream().filter(name -> !keys.contains(name)).sorted()
                .forEach(name -> problems.add("the record " + answers.getSimpleName() + " has '" + name + "', which the form does not ask for"));
        return problems;
    }
}
