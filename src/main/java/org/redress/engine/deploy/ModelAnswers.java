package org.redress.engine.deploy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.redress.models.Finding;

/** Answers a {@link ModelsRefused} over REST: the sentence that Camunda Modeler shows, and each finding for a program. */
final class ModelAnswers implements ExceptionMapper<ModelsRefused> {

    /** The body of an answer. */
    record Body(String type, String message, List<Row> findings) {}

    /** One finding. */
    record Row(String file, String element, String elementId, String rule, String why, String remedy) {

        static Row of(Finding finding) {
            return new Row(finding.file(), finding.element(), finding.elementId(), finding.ruleId(), finding.why(), finding.remedy());
        }
    }

    @Override
    public Response toResponse(ModelsRefused refused) {
        Body body = new Body("ModelsRefused", refused.getMessage(), refused.findings().refusals().stream().map(Row::of).toList());
        return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
