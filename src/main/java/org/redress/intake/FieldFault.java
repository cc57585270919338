package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One field that is wrong.
 *
 * @param field its place, for example {@code applicant.fullName}
 * @param message what is wrong and what to do
 */
@Schema(description = "One field that is wrong")
public record FieldFault(
        @Schema(description = "Its place", example = "applicant.fullName") String field,
        @Schema(description = "What is wrong and what to do", example = "Enter the applicant's full name.") String message) {}
