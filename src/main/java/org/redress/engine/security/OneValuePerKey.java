package org.redress.engine.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * A body of JSON that says one thing twice means one thing to whoever looks at it and another to the engine, which takes the
 * last. It is refused at every JAX-RS door there is. Named in {@code META-INF/services}.
 */
public final class OneValuePerKey implements AutoDiscoverable {

    private static final JsonFactory STRICT =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final String TWICE = "Duplicate field";

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(Check.class)) {
            context.register(Check.class);
        }
    }

    /** Looks at a body before it is read. */
    public static final class Check implements ReaderInterceptor {

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            MediaType type = context.getMediaType();
            if (type != null && type.getSubtype().contains("json")) {
                byte[] body = context.getInputStream().readAllBytes();
                check(body);
                context.setInputStream(new ByteArrayInputStream(body));
            }
            return context.proceed();
        }

        /** What is no JSON at all the engine refuses by itself. */
        private static void check(byte[] body) throws IOException {
            try (JsonParser parser = STRICT.createParser(body)) {
                while (parser.nextToken() != null) {
                    continue;
                }
            } catch (StreamReadException wrong) {
                if (String.valueOf(wrong.getOriginalMessage()).startsWith(TWICE)) {
                    throw new InvalidRequestException(
                            jakarta.ws.rs.core.Response.Status.BAD_REQUEST,
                            "The body says the same twice: " + wrong.getOriginalMessage().substring(TWICE.length()).strip()
                                    + ". Take one of the two out and send it again. Nothing was done.");
                }
            }
        }
    }
}
