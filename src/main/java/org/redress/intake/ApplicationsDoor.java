package org.redress.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.redress.casefile.CaseReference;
import org.redress.people.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes applications. An incomplete one opens a case and is asked about; it is never refused for that. */
@RestController
@Tag(name = "Applications")
class ApplicationsDoor {

    private final ApplicationIntake intake;
    private final CurrentPerson person;

    ApplicationsDoor(ApplicationIntake intake, CurrentPerson person) {
        this.intake = intake;
        this.person = person;
    }

    @Operation(operationId = "handInApplication", summary = "Hands in an application for a review")
    @ApiResponse(
            responseCode = "201",
            description = "A case was opened, or had been for the same key",
            headers = @Header(name = "Location", description = "Where the case can be read",
                    schema = @Schema(type = "string", example = "/api/cases/RV-2026-000042K")),
            useReturnTypeSchema = true)
    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt.OfApplication> receive(
            @RequestBody Sent<ApplicationBody> body,
            @Parameter(description = RepeatedPosts.KEY_WORDS, example = RepeatedPosts.KEY_EXAMPLE)
                    @RequestHeader(name = RepeatedPosts.KEY, required = false)
                    String key) {
        String reference = intake.take(body, key, person.account());
        return ResponseEntity.created(URI.create("/api/cases/" + CaseReference.inAddress(reference)))
                .body(new Receipt.OfApplication(reference));
    }
}
