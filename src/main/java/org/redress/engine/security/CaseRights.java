package org.redress.engine.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.redress.casefile.CaseAccess;
import org.redress.kind.Kind;
import org.redress.people.Groups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who sees and does what with the tasks and instances of one case, as rights of the engine on just these. A group that
 * may do a task sees it and may claim it; whoever has a task in hand may put it back. These rights end with the task. Managers
 * see everything and give tasks to others: they have one right on all ({@code engine-rights.csv}), so that rights do not grow
 * with cases. Where a case is hidden from somebody, by a restriction or a conflict of interest, those members of a group
 * who may know of it have its rights in the place of the group, and from the group of managers the right on all is taken for
 * just this case.
 *
 * <p>Runs inside a command of the engine.
 */
@Component
class CaseRights {

    private static final int WORK =
            bits(TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK);
    private static final int HAVE_IN_HAND = WORK | bits(TaskPermissions.TASK_ASSIGN);
    static final int LOOK_AFTER =
            bits(TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_ASSIGN);
    private static final int LOOK_AFTER_INSTANCE =
            bits(ProcessInstancePermissions.READ, ProcessInstancePermissions.RETRY_JOB);
    private static final int LOOK_BACK = bits(HistoricProcessInstancePermissions.READ);
    private static final int NOTHING_LEFT = 0;

    /** Who has a right, or from whom one on all is taken: a group or one account. */
    private record Holder(int type, String group, String account) {

        static Holder group(String group) {
            return new Holder(Authorization.AUTH_TYPE_GRANT, group, null);
        }

        static Holder account(String account) {
            return new Holder(Authorization.AUTH_TYPE_GRANT, null, account);
        }

        static Holder without(String group) {
            return new Holder(Authorization.AUTH_TYPE_REVOKE, group, null);
        }

        static Holder of(Authorization right) {
            return new Holder(right.getAuthorizationType(), right.getGroupId(), right.getUserId());
        }
    }

    private final ObjectProvider<CaseAccess> access;
    private final Groups groups;

    CaseRights(ObjectProvider<CaseAccess> access, Groups groups) {
        this.access = access;
        this.groups = groups;
    }

    /** Makes the rights on a task fit its case, its groups and whoever has it in hand. */
    void settle(TaskEntity task, String assignee) {
        Optional<Predicate<String>> seers = access.getObject().hiddenButFrom(reference(task.getProcessInstance()));
        Map<Holder, Integer> wanted = new HashMap<>();
        keepToThoseWhoMayKnow(wanted, reference(task.getProcessInstance()), seers, LOOK_AFTER);
        groups(task).forEach(group -> give(wanted, seers, group, WORK));
        if (assignee != null && seers.map(may -> may.test(assignee)).orElse(true)) {
            wanted.merge(Holder.account(assignee), HAVE_IN_HAND, (one, other) -> one | other);
        }
        make(Resources.TASK, task.getId(), null, wanted);
    }

    /** Gives an instance that begins the rights of its case: none of its own, unless somebody else may not know of the case. */
    void begin(ExecutionEntity instance) {
        String reference = reference(instance);
        if (access.getObject().hiddenButFrom(reference).isPresent() || !managersOfOthers(reference).isEmpty()) {
            settle(instance);
        }
    }

    /** Makes the rights on a running instance, and on its history, fit its case. */
    void settle(ExecutionEntity instance) {
        settle(reference(instance), instance.getId(), instance.getRootProcessInstanceId(), true);
    }

    /** Makes the rights on the history of an instance that is over fit its case. */
    void settleHistory(String reference, String instance, String rootInstance) {
        settle(reference, instance, rootInstance, false);
    }

    private void settle(String reference, String instance, String rootInstance, boolean runs) {
        Optional<Predicate<String>> seers = access.getObject().hiddenButFrom(reference);
        Map<Holder, Integer> wanted = new HashMap<>();
        if (runs) {
            keepToThoseWhoMayKnow(wanted, reference, seers, LOOK_AFTER_INSTANCE);
            make(Resources.PROCESS_INSTANCE, instance, null, wanted);
            wanted.clear();
        }
        keepToThoseWhoMayKnow(wanted, reference, seers, LOOK_BACK);
        make(Resources.HISTORIC_PROCESS_INSTANCE, instance, rootInstance, wanted);
    }

    static String reference(ExecutionEntity instance) {
        if (instance.getBusinessKey() != null) {
            return instance.getBusinessKey();
        }
        return instance.getVariable("caseReference") instanceof String reference ? reference : null;
    }

    private static Set<String> groups(TaskEntity task) {
        Set<String> groups = new HashSet<>();
        for (IdentityLink link : task.getIdentityLinks()) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                groups.add(link.getGroupId());
            }
        }
        return groups;
    }

    /**
     * What managers may do with every case: for the members who may know of this one, where that is not all of them, and not for
     * managers of other kinds of case. Whoever is a manager of this kind and of another keeps it in their own name.
     */
    private void keepToThoseWhoMayKnow(
            Map<Holder, Integer> wanted, String reference, Optional<Predicate<String>> seers, int permissions) {
        Set<String> others = managersOfOthers(reference);
        others.forEach(group -> wanted.put(Holder.without(group), NOTHING_LEFT));
        for (String group : groups.managersOf(reference)) {
            if (seers.isPresent()) {
                wanted.put(Holder.without(group), NOTHING_LEFT);
                give(wanted, seers, group, permissions);
            } else if (!others.isEmpty()) {
                Set<String> also = others.stream().flatMap(other -> members(other).stream()).collect(Collectors.toSet());
                give(wanted, Optional.of(also::contains), group, permissions);
            }
        }
    }

    /** The groups of managers who do not answer for this case, but for cases of other kinds. */
    Set<String> managersOfOthers(String reference) {
        Set<String> others = new HashSet<>(groups.with(Kind.Part.MANAGER));
        others.removeAll(groups.managersOf(reference));
        return others;
    }

    private static void give(Map<Holder, Integer> wanted, Optional<Predicate<String>> seers, String group, int permissions) {
        Collection<Holder> holders = seers.isEmpty()
                ? List.of(Holder.group(group))
                : members(group).stream().filter(seers.get()).map(Holder::account).toList();
        holders.forEach(holder -> wanted.merge(holder, permissions, (one, other) -> one | other));
    }

    private static List<String> members(String group) {
        return asTheEngine(() -> Context.getCommandContext().getReadOnlyIdentityProvider().createUserQuery().memberOfGroup(group)
                .list().stream()
                .map(User::getId)
                .toList());
    }

    /** Gives what is missing, takes what is too much, and leaves the rest as it is. */
    private static void make(Resources resource, String id, String rootInstance, Map<Holder, Integer> wanted) {
        asTheEngine(() -> {
            AuthorizationManager rights = Context.getCommandContext().getAuthorizationManager();
            Map<Holder, Integer> missing = new HashMap<>(wanted);
            for (AuthorizationEntity standing : standing(resource, id)) {
                Integer permissions = missing.remove(Holder.of(standing));
                if (permissions == null) {
                    rights.delete(standing);
                } else if (standing.getPermissions() != permissions) {
                    standing.setPermissions(permissions);
                }
            }
            missing.forEach((holder, permissions) -> {
                AuthorizationEntity right = new AuthorizationEntity(holder.type());
                right.setGroupId(holder.group());
                right.setUserId(holder.account());
                right.setResource(resource);
                right.setResourceId(id);
                right.setPermissions(permissions);
                right.setRootProcessInstanceId(rootInstance);
                rights.insert(right);
            });
            return null;
        });
    }

    /** What is in the database and what the running command has given or taken since. */
    private static Collection<AuthorizationEntity> standing(Resources resource, String id) {
        CommandContext engine = Context.getCommandContext();
        AuthorizationQueryImpl query = new AuthorizationQueryImpl();
        query.resourceType(resource).resourceId(id);
        List<Authorization> stored = engine.getAuthorizationManager().selectAuthorizationByQueryCriteria(query);
        Stream<AuthorizationEntity> fresh = engine.getDbEntityManager().getCachedEntitiesByType(AuthorizationEntity.class).stream()
                .filter(right -> right.getResourceType() == resource.resourceType() && id.equals(right.getResourceId()));
        Map<String, AuthorizationEntity> standing = new HashMap<>();
        Stream.concat(stored.stream().map(AuthorizationEntity.class::cast), fresh)
                .filter(right -> !engine.getDbEntityManager().isDeleted(right))
                .forEach(right -> standing.put(right.getId(), right));
        return new ArrayList<>(standing.values());
    }

    private static <T> T asTheEngine(Callable<T> work) {
        return Context.getCommandContext().runWithoutAuthorization(work);
    }

    private static int bits(Permission... permissions) {
        return Arrays.stream(permissions).filter(Objects::nonNull).mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
    }
}
