package org.redress.engine.calls;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Leaves no way from a value to code: what FEEL is shown, what values are read into and what a diagram may name. */
@Component
class ClosedValues extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        DefaultDmnEngineConfiguration tables = engine.getDmnEngineConfiguration();
        if (tables == null) {
            tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            engine.setDmnEngineConfiguration(tables);
        }
        tables.setFeelEngineFactory(new PlainFeel());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(new PlainTypes());
        engine.setBpmnParseFactory(ClosedParse::new);
    }
}
