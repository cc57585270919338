package org.redress.engine.security;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/** Rights that come and go with one task; what they are says {@link CaseRights}. */
class TaskRights extends DefaultAuthorizationProvider {

    private final CaseRights rights;

    TaskRights(CaseRights rights) {
        this.rights = rights;
    }

    @Override
    public AuthorizationEntity[] newTask(Task task) {
        return settled((TaskEntity) task, task.getAssignee());
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return settled((TaskEntity) task, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return settled((TaskEntity) task, task.getAssignee());
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String account, String type) {
        return settled((TaskEntity) task, task.getAssignee());
    }

    private AuthorizationEntity[] settled(TaskEntity task, String assignee) {
        if (task.getProcessInstance() == null) {
            return null;
        }
        rights.settle(task, assignee);
        return null;
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
