package org.redress.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Each time a person asks a table by hand, an act. What a case asks on its way, and what the house asks for itself, is none. */
@Component
class EvaluationsOnRecord extends AbstractProcessEnginePlugin implements DmnDecisionEvaluationListener {

    private final ObjectProvider<DeploymentsOnRecord> acts;

    EvaluationsOnRecord(ObjectProvider<DeploymentsOnRecord> acts) {
        this.acts = acts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        DefaultDmnEngineConfiguration tables = engine.getDmnEngineConfiguration();
        if (tables == null) {
            tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            engine.setDmnEngineConfiguration(tables);
        }
        List<DmnDecisionEvaluationListener> all = new ArrayList<>(
                tables.getCustomPostDecisionEvaluationListeners() == null ? List.of() : tables.getCustomPostDecisionEvaluationListeners());
        all.add(this);
        tables.setCustomPostDecisionEvaluationListeners(all);
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        if (Context.getCommandContext() == null || Context.getCoreExecutionContext() != null) {
            return;
        }
        String account = Context.getCommandContext().getAuthenticatedUserId();
        if (account != null && event.getDecisionResult().getDecision() instanceof DecisionDefinition table) {
            acts.getObject().evaluated(account, table.getKey(), table.getVersion());
        }
    }
}
