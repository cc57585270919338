package org.redress.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Builds the form door into the engine. There is nothing to configure: every user task gets one. */
@Component
class FormDoorPlugin extends AbstractProcessEnginePlugin {

    private final DoorParseListener parseListener;

    FormDoorPlugin(DoorParseListener parseListener) {
        this.parseListener = parseListener;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), parseListener));
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), new DoorMarks.Factory()));
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), new RoadBlock()));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new RefusalsAreNoFailures()));
        WhoWasFirst whoWasFirst = new WhoWasFirst(engine);
        engine.setFormService(new DoorFormService(whoWasFirst));
        engine.setTaskService(new DoorTaskService(engine, whoWasFirst));
        // a task outside a procedure would have no door
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    /** FEEL as the engine's own decision tables understand it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Feel {

        @Bean
        Conditions formConditions() {
            return new Conditions(() ->
                    ((DefaultDmnEngineConfiguration) Context.getProcessEngineConfiguration().getDmnEngineConfiguration()).getFeelEngine());
        }
    }

    private static <T> List<T> with(List<T> present, T more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(more);
        return all;
    }
}
