package org.redress.engine.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** The forms as they were deployed, each read once. A deployment never changes, so nothing here grows stale. */
@Component
class DeployedForms {

    private static final int KEPT = 500;

    private record Place(String deployment, String form) {}

    private final Map<Place, FormDefinition> read = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, FormDefinition> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The form of that id in that deployment.
     *
     * @throws IllegalStateException where the deployment has none
     */
    FormDefinition find(CommandContext engine, String deployment, String form) {
        Place place = new Place(deployment, form);
        synchronized (read) {
            FormDefinition known = read.get(place);
            if (known != null) {
                return known;
            }
        }
        FormDefinition found = FormReader.read(file(engine, deployment, form));
        synchronized (read) {
            read.put(place, found);
        }
        return found;
    }

    private static byte[] file(CommandContext engine, String deployment, String form) {
        CamundaFormDefinitionManager forms = engine.getCamundaFormDefinitionManager();
        return engine.runWithoutAuthorization(() -> {
            CamundaFormDefinitionEntity definition = forms.findDefinitionByDeploymentAndKey(deployment, form);
            if (definition == null) {
                throw new IllegalStateException("Deployment " + deployment + " has no form " + form);
            }
            return engine.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(deployment, definition.getResourceName())
                    .getBytes();
        });
    }
}
