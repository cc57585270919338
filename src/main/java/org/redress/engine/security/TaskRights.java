package org.redress.engine.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * The rights that come and go with one task. A group that may do a task sees it and may claim it; whoever has it in hand
 * may also put it back; whoever had it in hand loses what that gave them.
 */
class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        List<AuthorizationEntity> changed = new ArrayList<>();
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            AuthorizationEntity former = getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId());
            if (former != null) {
                former.setPermissions(0);
                changed.add(former);
            }
        }
        AuthorizationEntity[] granted = super.newTaskAssignee(task, oldAssignee, newAssignee);
        if (granted != null) {
            Arrays.stream(granted)
                    .filter(right -> right.getResourceType() == Resources.TASK.resourceType())
                    // the engine asks for this right when somebody puts a task back
                    .forEach(right -> right.addPermission(TaskPermissions.TASK_ASSIGN));
            changed.addAll(List.of(granted));
        }
        return changed.toArray(AuthorizationEntity[]::new);
    }

    /** Whoever deployed a model may not for that delete it: the cases that run on it would go with it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    /** An administrator makes others members, never themselves: administering accounts is no way to see cases. */
    @Override
    public AuthorizationEntity[] groupMembershipCreated(String groupId, String userId) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person != null && userId.equals(person.getUserId())) {
            throw new AuthorizationException("You cannot put yourself into a group. Ask another administrator.");
        }
        return super.groupMembershipCreated(groupId, userId);
    }
}
