package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Who may see a case. */
@Schema(
        name = "Restriction",
        description = "Who may see a case from now on",
        example = """
                {"restricted": true, "allowed": ["caseworker1"], "reason": "A witness is at risk."}""")
record RestrictionBody(
        @Schema(description = "Whether only the named people may see it", example = "true")
                @NotNull(message = "Say true or false.")
                Boolean restricted,
        @Schema(description = "Their accounts", example = "[\"caseworker1\"]") List<String> allowed,
        @Schema(description = "Whether whoever restricts gives up the sight of the case; otherwise they stay among the named",
                        example = "false")
                Boolean givenAway,
        @Schema(description = "Why; it stays on the record", example = "A witness is at risk.")
                @NotBlank(message = "Say why.")
                String reason,
        @Schema(description = "The restrictionVersion of the case as it was read, to change only what one has seen",
                        example = "0d4f2c61")
                String restrictionVersion) {}
