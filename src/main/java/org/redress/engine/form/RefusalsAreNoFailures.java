package org.redress.engine.form;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The engine wraps what a listener throws and would log a refusal as a failure of its own, stack trace and all. Here, just
 * inside its command context, a refusal gets back the shape that the engine logs quietly. Everything else passes as it is.
 */
final class RefusalsAreNoFailures extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException wrapped) {
            throw DoorException.in(wrapped).map(refusal -> (RuntimeException) new Refusal(refusal)).orElse(wrapped);
        }
    }
}
