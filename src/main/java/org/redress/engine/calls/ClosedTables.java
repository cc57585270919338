package org.redress.engine.calls;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Decision tables outside the process engine: FEEL on plain values, no other language. Nobody else makes an engine for tables. */
public final class ClosedTables {

    private ClosedTables() {}

    public static DmnEngine engine() {
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(new PlainFeel());
        tables.setElProvider(expression -> {
            throw new NotPlain("A decision table asks in JUEL: " + expression + ". Write the cell in FEEL.");
        });
        tables.setScriptEngineResolver(language -> {
            throw new NotPlain("A decision table asks in " + language + ". Write the cell in FEEL.");
        });
        return tables.buildEngine();
    }
}
