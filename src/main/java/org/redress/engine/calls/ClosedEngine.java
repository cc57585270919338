package org.redress.engine.calls;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leaves the engine no way from a deployed text to code but the marked calls, also where a text got past the gate: no bean
 * of the application, no class by its name, no script in any language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedEngine extends AbstractProcessEnginePlugin {

    private final DiagramCalls calls;

    ClosedEngine(DiagramCalls calls) {
        this.calls = calls;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new MarkedExpressions(calls));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setArtifactFactory(new NoClasses());
    }

    private static final class NoClasses implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw new CallRefused("A diagram names the class " + type.getName() + ".");
        }
    }

    private static final class NoScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // the engine offers its own language for scripts; it is not taken up
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return new ScriptEngineManager(null);
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean cached) {
            throw new CallRefused("There is a script in " + language + ".");
        }
    }
}
