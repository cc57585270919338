package org.redress.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What we ask of the engine beyond its defaults, each with its reason. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // a model without a time to live would keep personal data for ever
        engine.setEnforceHistoryTimeToLive(true);
        // without these windows a time to live alone deletes nothing
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        // whoever may see a task may not for that alone read or write its variables
        engine.setEnforceSpecificVariablePermission(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        // an error that no diagram catches must be seen, not end the case in silence
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // then an incident; a diagram may name its own cycle
        engine.setFailedJobRetryTimeCycle("PT1M,PT10M,PT1H,PT6H");
    }
}
