package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.redress.casefile.CaseReference;
import org.redress.people.CurrentPerson;
import org.redress.review.Applications;
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

    private final ApplicationReader reader;
    private final Applications applications;
    private final RepeatedPosts repeatedPosts;
    private final CurrentPerson person;

    ApplicationsDoor(
            ApplicationReader reader, Applications applications, RepeatedPosts repeatedPosts, CurrentPerson person) {
        this.reader = reader;
        this.applications = applications;
        this.repeatedPosts = repeatedPosts;
        this.person = person;
    }

    @Operation(summary = "Hands in an application for a review")
    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> receive(
            @RequestBody JsonNode body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        if (key != null && (key.isBlank() || key.length() > RepeatedPosts.LONGEST_KEY)) {
            throw new FieldsRefused(java.util.List.of(
                    new FieldFault("Idempotency-Key", "Send a key of 1 to " + RepeatedPosts.LONGEST_KEY + " characters.")));
        }
        ApplicationReader.Read read = reader.read(body);
        String account = person.account();
        String reference = repeatedPosts.once(
                account,
                key,
                body.toString(),
                () -> applications.receive(read.application(), read.consentHeld(), account));
        return ResponseEntity.created(URI.create("/api/cases/" + CaseReference.inAddress(reference)))
                .body(Map.of("reference", reference));
    }
}
