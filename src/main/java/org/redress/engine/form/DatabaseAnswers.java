package org.redress.engine.form;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.redress.database.DatabaseGuard;
import org.redress.database.DatabaseUnavailable;

/** Answers a {@link DatabaseUnavailable} over the engine's REST API and the web apps' own, which let no exception out. */
final class DatabaseAnswers implements ExceptionMapper<DatabaseUnavailable> {

    @Override
    public Response toResponse(DatabaseUnavailable unavailable) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, DatabaseGuard.RETRY_AFTER)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(DatabaseGuard.body(unavailable.fault()))
                .build();
    }
}
