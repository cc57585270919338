package org.redress.engine.security;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.redress.people.Groups;

/**
 * Nobody completes a task that a colleague has in hand, and nobody but a manager puts one into a colleague's hands. The
 * engine itself knows neither rule: to it, whoever may work on a task may complete it and may claim it for anybody.
 */
class OwnTaskOnly extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, OwnTaskOnly::completing);
        // an update is a change of a task that was there before; a task that is born assigned makes none
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, OwnTaskOnly::handingOver);
    }

    private static void completing(DelegateTask task) {
        Authentication person = person();
        if (person != null && task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            throw new AuthorizationException("'" + task.getName() + "' is in the hands of " + task.getAssignee()
                    + ". Ask them to put it back, or a manager to assign it to you.");
        }
    }

    private static void handingOver(DelegateTask task) {
        Authentication person = person();
        boolean handedOver = ((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.ASSIGNEE);
        if (person == null || !handedOver || task.getAssignee() == null || task.getAssignee().equals(person.getUserId())) {
            return;
        }
        if (person.getGroupIds() == null || !person.getGroupIds().contains(Groups.REVIEWS_MANAGERS)) {
            throw new AuthorizationException("Only a manager assigns '" + task.getName() + "' to somebody else.");
        }
    }

    /** Null where the house itself is at work. */
    private static Authentication person() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getUserId() == null ? null : authentication;
    }
}
