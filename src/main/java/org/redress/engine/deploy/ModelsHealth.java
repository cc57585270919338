package org.redress.engine.deploy;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Up only once the models are deployed and the engine has counted them; the database has an indicator of its own. Asked for
 * health, it asks nobody: the answer must come while the database is away.
 */
@Component("models")
class ModelsHealth implements HealthIndicator {

    private final ModelDeployer deployer;
    private final RepositoryService repository;
    private volatile long definitions;

    ModelsHealth(ModelDeployer deployer, RepositoryService repository) {
        this.deployer = deployer;
        this.repository = repository;
    }

    @EventListener(ApplicationReadyEvent.class)
    void count() {
        definitions = repository.createProcessDefinitionQuery().count();
    }

    @Override
    public Health health() {
        return deployer.isDone() && definitions > 0
                ? Health.up().withDetail("processes", definitions).build()
                : Health.outOfService().withDetail("models", "not deployed yet").build();
    }
}
