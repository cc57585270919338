package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.redress.casefile.CompletedContents;

/** What the applicant answered. */
@Schema(
        name = "Answer",
        description = "What the applicant answered, with whatever contents of the application were missing",
        example = """
                {"receivedOn": "2026-03-16", "lateReasons": "I was in hospital until 3 March.", "consentHeld": true,
                 "text": "Here is what you asked for.", "complaint": {"forceReference": "PC/90001/26", "madeOn": "2025-10-01"},
                 "outcome": {"letterDate": "2026-02-10"}, "grounds": "The letter does not mention the cameras."}""")
record AnswerBody(
        @Schema(description = "The day on which it was received", example = "2026-03-16")
                @NotNull(message = "Say on which day it was received.")
                @NotInFuture(message = NotInFuture.DAY)
                LocalDate receivedOn,
        @Schema(description = "Why the application came late", example = "I was in hospital until 3 March.") String lateReasons,
        @Schema(description = "Whether the complainant's written consent is held by now", example = "true")
                Boolean consentHeld,
        @Schema(description = "What they wrote", example = "Here is what you asked for.") String text,
        @Valid Complaint complaint,
        @Valid Outcome outcome,
        @Schema(description = "Why the applicant disagrees", example = "The letter does not mention the cameras.")
                String grounds) {

    /** What was missing about the complaint. */
    @Schema(name = "AnswerComplaint", description = "What was missing about the complaint")
    record Complaint(
            @Schema(description = "The force's own reference", example = "PC/90001/26") String forceReference,
            @Schema(description = "The day on which the complaint was made", example = "2025-10-01")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate madeOn,
            @Schema(example = "Camera footage of a burglary was not collected") String summary) {}

    /** What was missing about its outcome. */
    @Schema(name = "AnswerOutcome", description = "What was missing about the force's outcome")
    record Outcome(
            @Schema(description = "The date on the letter", example = "2026-02-10") LocalDate letterDate,
            @Schema(description = "The day on which it was sent", example = "2026-02-10")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate sentOn,
            @Schema(description = "Whether the letter told of the right to a review", example = "true")
                    Boolean reviewRightsGiven,
            @Schema(description = "The day on which the force told of that right", example = "2026-02-10")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate reviewRightsProvidedOn) {}

    /** Contents of an application that come with the answer. */
    CompletedContents more() {
        return new CompletedContents(
                complaint.forceReference(),
                complaint.madeOn(),
                complaint.summary(),
                outcome.letterDate(),
                outcome.sentOn(),
                outcome.reviewRightsGiven(),
                outcome.reviewRightsProvidedOn(),
                grounds);
    }
}
