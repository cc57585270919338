package org.redress.engine.form;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.redress.database.Locks;
import org.redress.engine.form.AnswersRefused.Fault;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.redress.step.StepRefused;
import org.springframework.stereotype.Component;

/**
 * The door of one user task. The engine hands it the answers before it stores any; what comes out on the other side are the
 * routing facts of the step, and nothing else.
 */
final class FormDoor implements TaskFormHandler {

    /**
     * Where a door hangs.
     *
     * @param deployment the deployment of the process version, whose form counts
     * @param procedure the procedure's folder, or null where the diagram does not say
     * @param stem the name of step, form and record
     */
    record Place(String deployment, String procedure, String stem) {}

    /** What every door is made of. */
    @Component
    record Parts(
            DeployedForms forms,
            Steps steps,
            RecordBinder binder,
            Conditions conditions,
            StepContexts contexts,
            DoorGuards guards,
            DayCheck days,
            KeptFields kept) {}

    private final Parts parts;
    private final Place place;
    private final TaskFormHandler stock;

    FormDoor(Parts parts, Place place, TaskFormHandler stock) {
        this.parts = parts;
        this.place = place;
        this.stock = stock;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        CommandContext engine = Context.getCommandContext();
        TaskEntity task = (TaskEntity) scope;
        String person = engine.getAuthenticatedUserId();
        if (person == null) {
            throw new Refusal(new NotSignedIn());
        }
        queueUp(engine, task);
        if (task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw new Refusal(new StepNotYours(task.getAssignee()));
        }
        if (DelegationState.PENDING.equals(task.getDelegationState())) {
            throw new Refusal(new RoadClosed(RoadBlock.NO_DELEGATION));
        }
        StepContext context = parts.contexts.of(task, person, groups(engine));
        parts.guards.askBars(task, context);
        RoutingFacts facts = complete(engine, task, context, submitted);
        if (task.getAssignee() == null) {
            task.setAssignee(person);
        }
        store(task, facts);
        DoorMarks.of(engine).pass(task.getId());
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return stock.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(Element activity, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        // the door is hung when the diagram has been read; there is nothing left to configure
    }

    /** What the form shows to the person who is signed in, ready for the browser. */
    VariableMap show(CommandContext engine, TaskEntity task) {
        FormDefinition form = form(engine);
        StepContext context = parts.contexts.of(task, engine.getAuthenticatedUserId(), groups(engine));
        parts.guards.askWhetherToShow(context);
        VariableMap shown = Variables.createVariables();
        new Shown(() -> shown(form, context)).values()
                .forEach((name, value) -> shown.putValueTyped(name, ShownValues.typed(form, name, value)));
        return shown;
    }

    /**
     * What the step shows and, where the form's words ask for them by name, the case's reference and page and the task's own
     * routing facts. Nothing else that the task can see goes to the browser.
     */
    private Map<String, Object> shown(FormDefinition form, StepContext context) {
        Map<String, Object> shown = new HashMap<>(context.routing());
        shown.put("caseReference", context.caseReference());
        shown.put("casePage", "/cases/" + context.caseReference().replace('/', '-'));
        shown.keySet().removeIf(name -> !form.words().contains(name) || form.field(name).isPresent());
        if (!isRecorded()) {
            shown.putAll(step().show(context));
        }
        return shown;
    }

    private FormDefinition form(CommandContext engine) {
        return parts.forms.find(engine, place.deployment, place.stem);
    }

    private RoutingFacts complete(CommandContext engine, TaskEntity task, StepContext context, VariableMap submitted) {
        FormDefinition form = form(engine);
        Map<String, Object> plain = new HashMap<>();
        submitted.keySet().forEach(key -> plain.put(key, SubmittedValue.plain(submitted.getValueTyped(key))));
        Shown shown = new Shown(() -> shown(form, context));
        FormCheck.Result result = new FormCheck(form, shown, parts.conditions).check(plain);
        List<Fault> faults = new ArrayList<>(result.faults());
        faults.addAll(parts.days.faults(form, result.answers(), context));
        if (!faults.isEmpty()) {
            throw new Refusal(new AnswersRefused(faults));
        }
        try {
            KeptFields.Asked asked = new KeptFields.Asked(task.getTaskDefinitionKey(), task.getName());
            if (isRecorded()) {
                return parts.kept.keep(asked, context, form.fields(), result, shown);
            }
            Class<? extends Record> answers = known().answers();
            RoutingFacts facts = step().complete(context, parts.binder.bind(answers, result.answers(), form));
            List<Field> further = parts.kept.beside(answers, form);
            return further.isEmpty() ? facts : together(parts.kept.keep(asked, context, further, result, shown), facts);
        } catch (AnswersRefused refused) {
            throw new Refusal(refused);
        } catch (StepRefused refused) {
            throw new Refusal(new AnswersRefused(byLabel(refused, form)));
        } catch (RuntimeException other) {
            throw HouseRefusals.of(other);
        }
    }

    private static List<Fault> byLabel(StepRefused refused, FormDefinition form) {
        List<Fault> faults = new ArrayList<>();
        refused.faults().forEach(fault -> faults.add(new Fault(
                fault.field(), fault.field() == null ? null : form.label(fault.field()), fault.message())));
        return faults;
    }

    /** What Java says counts, should a further question have the name of one of its facts. */
    private static RoutingFacts together(RoutingFacts ofQuestions, RoutingFacts ofJava) {
        RoutingFacts all = ofQuestions;
        for (Map.Entry<String, Object> fact : ofJava.values().entrySet()) {
            all = all.and(fact.getKey(), fact.getValue());
        }
        return all;
    }

    /** The door of a task; empty where the task has none. */
    static Optional<FormDoor> of(TaskEntity task) {
        TaskDefinition definition = task.getTaskDefinition();
        return definition != null
                        && definition.getTaskFormHandler() instanceof DelegateTaskFormHandler wrapped
                        && wrapped.getFormHandler() instanceof FormDoor door
                ? Optional.of(door)
                : Optional.empty();
    }

    /** Whether the step has no Java: its answers are kept as they are. */
    boolean isRecorded() {
        return parts.steps.isRecorded(place.procedure, place.stem);
    }

    private Steps.Known known() {
        return parts.steps.only(place.procedure, place.stem)
                .orElseThrow(() -> new IllegalStateException("The program has no step " + place.stem + " any more"));
    }

    private Step<Record> step() {
        return parts.steps.bean(known());
    }

    private static List<String> groups(CommandContext engine) {
        List<String> groups = engine.getAuthenticatedGroupIds();
        return groups == null ? List.of() : groups;
    }

    private static void store(TaskEntity task, RoutingFacts facts) {
        facts.values().forEach((name, value) -> task.getProcessInstance().setVariable(name, value));
    }

    /**
     * Two people who complete one task at the same moment pass one after the other, and the second finds the task gone before
     * the procedure has done anything for them. The lock is PostgreSQL's own and ends with the transaction.
     */
    private static void queueUp(CommandContext engine, TaskEntity task) {
        Connection connection = engine.getDbSqlSession().getSqlSession().getConnection();
        try (PreparedStatement look = connection.prepareStatement("select REV_ from "
                        + engine.getProcessEngineConfiguration().getDatabaseTablePrefix() + "ACT_RU_TASK where ID_ = ?")) {
            Locks.alone(connection, "completion", "task " + task.getId());
            look.setString(1, task.getId());
            try (ResultSet row = look.executeQuery()) {
                if (!row.next() || row.getInt(1) != task.getRevision()) {
                    throw new OptimisticLockingException("Task " + task.getId() + " was changed by another transaction");
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The task could not be locked", broken);
        }
    }
}
