package org.redress.engine.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys every diagram, table and form together, once. The stock deployers name a resource by the place it was read
 * from, so the same model would get a new version whenever the way of starting changes; here a resource is called by its
 * path from {@code processes/} or {@code forms/}, wherever it lies.
 *
 * <p>All models go in one deployment and all of them again when one changed, because diagrams name their forms and
 * tables "as deployed with me".
 */
@Component
@Order(ModelDeployer.ORDER)
public class ModelDeployer implements ApplicationRunner {

    /** Models first; accounts and demo cases build on them. */
    public static final int ORDER = 10;

    static final String DEPLOYMENT = "redress";

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private volatile boolean done;

    ModelDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        DeploymentBuilder builder = repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(false);
        for (Map.Entry<String, Resource> model : models().entrySet()) {
            try (InputStream content = model.getValue().getInputStream()) {
                builder.addInputStream(model.getKey(), content);
            }
        }
        Deployment deployment = builder.deploy();
        done = true;
        log.info("The models stand as deployment {} of {}", deployment.getId(), deployment.getDeploymentTime());
    }

    /** Whether the models are in the engine, so that work can begin. */
    public boolean isDone() {
        return done;
    }

    private Map<String, Resource> models() throws IOException {
        Map<String, Resource> found = new TreeMap<>();
        collect(found, "processes", "bpmn");
        collect(found, "processes", "dmn");
        collect(found, "forms", "form");
        return found;
    }

    private void collect(Map<String, Resource> found, String folder, String ending) throws IOException {
        for (Resource resource : resources.getResources("classpath*:" + folder + "/**/*." + ending)) {
            String place = resource.getURL().toString();
            String name = place.substring(place.lastIndexOf("/" + folder + "/") + 1);
            if (found.put(name, resource) != null) {
                throw new IllegalStateException("Two models are called " + name + "; keep one");
            }
        }
    }
}
