package org.redress.engine.form;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Brings {@link DoorAnswers} and {@link DatabaseAnswers} into every JAX-RS application there is: the engine's REST API and those inside the web apps, which
 * offer no other place to add one. Named in {@code META-INF/services}.
 */
public final class DoorAnswersFeature implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(DoorAnswers.class)) {
            context.register(DoorAnswers.class);
            context.register(DatabaseAnswers.class);
        }
    }
}
