package org.redress.engine.deploy;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up only when the engine answers and the models are deployed; the database has an indicator of its own. */
@Component("models")
class ModelsHealth implements HealthIndicator {

    private final ModelDeployer deployer;
    private final RepositoryService repository;

    ModelsHealth(ModelDeployer deployer, RepositoryService repository) {
        this.deployer = deployer;
        this.repository = repository;
    }

    @Override
    public Health health() {
        if (!deployer.isDone()) {
            return Health.outOfService().withDetail("models", "not deployed yet").build();
        }
        long definitions = repository.createProcessDefinitionQuery().count();
        return definitions > 0 ? Health.up().withDetail("processes", definitions).build() : Health.down().build();
    }
}
