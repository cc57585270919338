package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.NewCase.AllegationText;

/** Papers from the force. */
@Schema(
        name = "Papers",
        description = "What the force's papers settle. A later set may correct an earlier one; both stay on the file.",
        example = """
                {"receivedOn": "2026-03-09",
                 "facts": {"recorded": true, "isComplaint": true, "investigation": "NONE", "finalOutcomeGiven": true,
                  "informationProvidedOn": "2026-02-10"},
                 "allegations": [{"text": "The officer did not collect the footage",
                  "forceOutcome": "The service provided was acceptable"}]}""")
record PapersBody(
        @Schema(description = "The day on which they were received", example = "2026-03-09")
                @NotNull(message = "Say on which day it was received.")
                @NotInFuture(message = NotInFuture.DAY)
                LocalDate receivedOn,
        @Schema(description = "Inputs of the decision tables that the papers settle, by the tables' own names. What papers cannot"
                        + " settle may be sent, and is told back as notTaken.", ref = "#/components/schemas/CaseFacts")
                FactsReader.Read facts,
        @Schema(description = "The allegations as the force recorded them") List<@Valid AllegationBody> allegations) {

    List<AllegationText> allegationTexts() {
        return AllegationBody.texts(allegations);
    }
}
