package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.redress.review.ReplyAnswer;

/** The force's reply to a recommendation. */
@Schema(
        name = "Reply",
        description = "The force's answer to a recommendation with what will be done, or moreTimeUntil to ask for more time",
        example = """
                {"receivedOn": "2026-04-20", "answer": "ACCEPTED", "text": "The footage was asked for on 18 April."}""")
record ReplyBody(
        @Schema(description = "The day on which it was received", example = "2026-04-20")
                @NotNull(message = "Say on which day it was received.")
                @NotInFuture(message = NotInFuture.DAY)
                LocalDate receivedOn,
        @Schema(description = "Until when the force asks for more time; not together with an answer", example = "2026-05-08")
                LocalDate moreTimeUntil,
        @Schema(description = "What the force answers", example = "ACCEPTED") ReplyAnswer answer,
        @Schema(description = "What will be done and when, or why not; needed with an answer",
                        example = "The footage was asked for on 18 April.")
                String text)
        implements FitsTogether {

    @Override
    public void misfits(Predicate<String> sent, Wrong wrong) {
        if (sent.test("moreTimeUntil")) {
            if (sent.test("answer")) {
                wrong.name("moreTimeUntil", "Send an answer or ask for more time, not both.");
            }
            return;
        }
        if (!sent.test("answer")) {
            wrong.name("answer", "Send ACCEPTED, PARTLY_ACCEPTED or NOT_ACCEPTED, or moreTimeUntil to ask for more time.");
        }
        if (text == null ? !sent.test("text") : text.isBlank()) {
            wrong.name("text", "Say what will be done and when, or why not.");
        }
    }
}
