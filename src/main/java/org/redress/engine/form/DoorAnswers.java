package org.redress.engine.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Instant;
import java.util.List;

/**
 * Answers a {@link DoorException} over the engine's REST API and the web apps' own. The body has the engine's usual
 * {@code type} and {@code message}, which Tasklist shows, and what a robot can use besides.
 */
final class DoorAnswers implements ExceptionMapper<DoorException> {

    private static final int UNPROCESSABLE = 422;

    /** The body of an answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String type, String message, List<AnswersRefused.Fault> faults, String completedBy, String completedAt) {}

    @Override
    public Response toResponse(DoorException refusal) {
        return Response.status(status(refusal)).type(MediaType.APPLICATION_JSON_TYPE).entity(body(refusal)).build();
    }

    private static int status(DoorException refusal) {
        if (refusal instanceof AnswersRefused) {
            return UNPROCESSABLE;
        }
        if (refusal instanceof StepTaken) {
            return Response.Status.CONFLICT.getStatusCode();
        }
        if (refusal instanceof StepUnknown) {
            return Response.Status.NOT_FOUND.getStatusCode();
        }
        if (refusal instanceof NotSignedIn) {
            return Response.Status.UNAUTHORIZED.getStatusCode();
        }
        return Response.Status.FORBIDDEN.getStatusCode();
    }

    private static Body body(DoorException refusal) {
        return new Body(
                refusal.getClass().getSimpleName(),
                refusal.getMessage(),
                refusal instanceof AnswersRefused refused ? refused.faults() : null,
                refusal instanceof StepTaken taken ? taken.completedBy().orElse(null) : null,
                refusal instanceof StepTaken taken ? taken.completedAt().map(Instant::toString).orElse(null) : null);
    }
}
