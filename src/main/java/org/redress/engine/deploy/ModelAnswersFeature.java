package org.redress.engine.deploy;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Brings {@link ModelAnswers} into the engine's REST API. Named in {@code META-INF/services}. */
public final class ModelAnswersFeature implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(ModelAnswers.class)) {
            context.register(ModelAnswers.class);
        }
    }
}
