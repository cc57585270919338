package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.redress.casefile.NewCase.AllegationText;

/** One allegation of a complaint, as the applicant or the force puts it. */
@Schema(name = "AllegationSent", description = "One allegation; their order is kept")
record AllegationBody(
        @Schema(description = "May be sent and is not read: allegations are numbered in the order in which they come",
                        implementation = Integer.class, example = "1")
                Object number,
        @Schema(description = "What it says", example = "The officer did not collect the footage that I named in writing")
                @NotBlank(message = "Write what the allegation says, or take the allegation out.")
                String text,
        @Schema(description = "What the force decided on it, if known", example = "The service provided was acceptable")
                String forceOutcome) {

    static List<AllegationText> texts(List<AllegationBody> allegations) {
        return allegations.stream().map(each -> new AllegationText(each.text, each.forceOutcome)).toList();
    }
}
