package org.redress.engine.form;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The engine's task service, where a step is claimed for oneself only and whoever comes too late is told who was first. */
final class DoorTaskService extends TaskServiceImpl {

    private final ProcessEngineConfigurationImpl engine;
    private final WhoWasFirst whoWasFirst;

    DoorTaskService(ProcessEngineConfigurationImpl engine, WhoWasFirst whoWasFirst) {
        this.engine = engine;
        this.whoWasFirst = whoWasFirst;
    }

    @Override
    public void claim(String taskId, String userId) {
        Authentication signedIn = engine.getIdentityService().getCurrentAuthentication();
        if (signedIn != null && userId != null && !userId.equals(signedIn.getUserId())) {
            throw StepNotYours.onlyForYourself(userId);
        }
        try {
            super.claim(taskId, userId);
        } catch (TaskAlreadyClaimedException taken) {
            throw new StepNotYours(taken.getTaskAssignee());
        } catch (NullValueException | OptimisticLockingException tooLate) {
            throw whoWasFirst.explain(taskId, tooLate);
        }
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        try {
            super.setAssignee(taskId, userId);
        } catch (NullValueException | OptimisticLockingException tooLate) {
            throw whoWasFirst.explain(taskId, tooLate);
        }
    }
}
