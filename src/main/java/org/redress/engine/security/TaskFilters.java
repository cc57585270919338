package org.redress.engine.security;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.redress.engine.accounts.AtStart;
import org.redress.people.Groups;
import org.springframework.stereotype.Component;

/**
 * The lists that people find in Tasklist, made by the house and owned by nobody. A filter may hold an expression, and an
 * expression is code: so nobody makes filters through the engine's doors, not even an administrator.
 */
@Component
class TaskFilters implements AtStart {

    /** Steps that stand before an officer or manager because something must not wait. */
    private static final String[] RAISED = {"Task_TakeUpConcern", "Task_AgreeHandling", "Task_AgreeNewTarget"};

    private static final Map<String, UnaryOperator<TaskQuery>> CRITERIA = Map.of(
            "My reviews", query -> query.taskAssigneeExpression("${currentUser()}"),
            "Late", query -> query.dueBeforeExpression("${now()}"),
            // the calendar counts working days, which a filter cannot
            "Due within 3 working days",
                    query -> query.dueAfterExpression("${now()}").dueBeforeExpression("${clocks.endOfSoon()}"),
            "Raised to you", query -> query.taskDefinitionKeyIn(RAISED),
            "Letters that did not leave", query -> query.taskDefinitionKey("Task_SettleLetter"),
            "To claim", query -> query.taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned(),
            "Waiting for the police: chase now",
                    query -> query.taskDefinitionKey("Task_ObtainPapers").followUpBeforeExpression("${now()}"),
            "Decisions to check", query -> query.taskDefinitionKeyIn("Task_CheckQuality", "Task_ApproveLetters"),
            "Escalated and high risk",
                    query -> query.or()
                            .processVariableValueEquals("risk", "HIGH")
                            .taskDefinitionKeyIn(RAISED)
                            .endOr(),
            "All work in hand", query -> query);

    /** Routing facts only: nothing about a person is a variable. */
    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "caseReference", "label", "Reference"),
            Map.of("name", "adjustmentsNeeded", "label", "Adjustments needed"),
            Map.of("name", "risk", "label", "Risk"),
            Map.of("name", "allegationNumber", "label", "Allegation"));

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Groups groups;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, Groups groups) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.groups = groups;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void setUp() {
        Lines.of("filters.csv").stream().filter(line -> !line[0].equals("name")).forEach(this::ensure);
    }

    private void ensure(String[] line) {
        UnaryOperator<TaskQuery> criteria = CRITERIA.get(line[0]);
        if (line.length != 5 || criteria == null) {
            throw new IllegalStateException("filters.csv: no list that the house knows: " + String.join(",", line));
        }
        Filter filter = filters.createTaskFilterQuery().filterName(line[0]).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(line[0]);
        }
        filter.setQuery(criteria.apply(tasks.createTaskQuery()));
        filter.setProperties(Map.of(
                "priority", Integer.valueOf(line[1]),
                "color", line[2],
                "description", line[4],
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", COLUMNS));
        filters.saveFilter(filter);
        letRead(filter, Stream.of(line[3].split(" ")).flatMap(word -> groups.named(word).stream()).toList());
    }

    private void letRead(Filter filter, List<String> readers) {
        List<Authorization> standing = authorizations.createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .list();
        standing.stream()
                .filter(right -> !readers.contains(right.getGroupId()))
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
        readers.stream()
                .filter(group -> standing.stream().noneMatch(right -> group.equals(right.getGroupId())))
                .forEach(group -> {
                    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    right.setGroupId(group);
                    right.setResource(Resources.FILTER);
                    right.setResourceId(filter.getId());
                    right.addPermission(Permissions.READ);
                    authorizations.saveAuthorization(right);
                });
    }
}
