package org.redress.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.redress.database.DatabaseFault;
import org.redress.database.DatabaseUnavailable;
import org.springframework.stereotype.Component;

/** The engine wraps what the database said into failures of its own; whoever called it hears what is really wrong. */
@Component
class DatabaseFaultsOfEngine extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(first(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(first(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> first(List<CommandInterceptor> present) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(0, new Naming());
        return all;
    }

    private static final class Naming extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (DatabaseUnavailable named) {
                throw named;
            } catch (RuntimeException wrapped) {
                throw DatabaseFault.in(wrapped)
                        .map(fault -> (RuntimeException) new DatabaseUnavailable(fault, wrapped))
                        .orElse(wrapped);
            }
        }
    }
}
