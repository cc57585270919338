package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.redress.casefile.CaseReference;
import org.redress.people.CurrentPerson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

    @Operation(summary = "Hands in an application for a review")
    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> receive(
            @RequestBody JsonNode body, @RequestHeader(name = RepeatedPosts.KEY, required = false) String key) {
        String reference = intake.take(body, key, person.account());
        return ResponseEntity.created(URI.create("/api/cases/" + CaseReference.inAddress(reference)))
                .body(Map.of("reference", reference));
    }
}
