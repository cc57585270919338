package org.redress.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.redress.people.CurrentPerson;
import org.redress.record.RefusedActs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts on record what the form door and the engine's own rights refused to somebody who is signed in. Answers that were
 * wrong, and a race that was lost, are no refusals of this kind.
 */
@Component
class RefusalsOnRecord extends AbstractProcessEnginePlugin {

    private static final Map<Class<? extends RuntimeException>, String> TRIED = Map.of(
            StepBarred.class, "take or complete a step that they are barred from",
            StepNotYours.class, "act on a step that somebody else has in hand",
            RoadClosed.class, "go round the form of a step",
            AuthorizationException.class, "do in the engine what their role may not");

    private final ObjectProvider<RefusedActs> refused;
    private final CurrentPerson person;

    RefusalsOnRecord(ObjectProvider<RefusedActs> refused, CurrentPerson person) {
        this.refused = refused;
        this.person = person;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> present = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        // outermost: it must hear what the road block says too
        all.add(0, new Listening());
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }

    private void note(Throwable thrown, Command<?> command) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String tried = TRIED.get(cause.getClass());
            if (tried != null) {
                person.accountIfAny().ifPresent(account -> refused.getObject()
                        .note(null, account, tried + " (" + command.getClass().getSimpleName() + ")"));
                return;
            }
        }
    }

    private final class Listening extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException thrown) {
                note(thrown, command);
                throw thrown;
            }
        }
    }
}
