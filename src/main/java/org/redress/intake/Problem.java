package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The shape of every refusal (RFC 9457), for the description of the doors; {@link ProblemAnswers} says what is in it. */
@Schema(name = "Problem", description = "What is wrong, where, and what to do next (RFC 9457)")
record Problem(
        @Schema(description = "Which kind of problem", example = "urn:redress:problem:fields") String type,
        @Schema(description = "In a few words", example = "Some fields need mending") String title,
        @Schema(description = "The HTTP status", example = "422") int status,
        @Schema(description = "What to do", example = "Nothing was stored. Mend each field named below and send the whole again.")
                String detail,
        @Schema(description = "The address that was asked", example = "/api/applications") String instance,
        @Schema(description = "Every wrong field, where fields are wrong") List<FieldFault> errors) {}
