package org.redress.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.redress.models.Findings;
import org.redress.models.ModelCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds every set of files against the rules before the engine reads any of it, whichever way it comes: over REST, from
 * Camunda Modeler or with the program itself. What is deployed already is not asked again. A deployment and a refusal go on
 * the record.
 */
@Component
class ModelGate extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(ModelGate.class);

    private final GateKnowledge knowledge;
    private final ObjectProvider<DeploymentsOnRecord> acts;

    ModelGate(GateKnowledge knowledge, ObjectProvider<DeploymentsOnRecord> acts) {
        this.knowledge = knowledge;
        this.acts = acts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(first(this::read, engine.getCustomPreDeployers()));
        // outermost: when it hears of a refusal, the deployment's own transaction is undone
        engine.setCustomPreCommandInterceptorsTxRequired(first(new Listening(), engine.getCustomPreCommandInterceptorsTxRequired()));
    }

    private void read(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        Findings findings = ModelCheck.check(files, knowledge.known());
        if (!findings.warnings().isEmpty()) {
            log.info("The gate has {} pieces of advice on a deployment, first: {}", findings.warnings().size(), findings.warnings().get(0).words());
        }
        if (!findings.refusals().isEmpty()) {
            throw new ModelsRefused(findings);
        }
        acts.getObject().deployed(files);
    }

    private void heard(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelsRefused refused) {
                acts.getObject().refused(refused.findings());
                return;
            }
            if (cause instanceof ParseException) {
                acts.getObject().unreadable();
                return;
            }
        }
    }

    private static <T> List<T> first(T one, List<T> present) {
        List<T> all = new ArrayList<>();
        all.add(one);
        all.addAll(present == null ? List.of() : present);
        return all;
    }

    private final class Listening extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException thrown) {
                if (command instanceof DeployCmd) {
                    heard(thrown);
                }
                throw thrown;
            }
        }
    }
}
