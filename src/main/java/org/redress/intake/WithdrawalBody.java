package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.redress.review.WithdrawalNotice;
import org.redress.review.WithdrawalNotice.ReceivedBy;
import org.redress.review.WithdrawalNotice.Scope;
import org.redress.review.WithdrawalNotice.SignedBy;

/** A notice of withdrawal. */
@Schema(
        name = "Withdrawal",
        description = "A notice that the complaint or the application is withdrawn. Only a signed one ends anything; an unsigned"
                + " one is put before a person.",
        example = """
                {"receivedOn": "2026-03-09", "receivedBy": "LPB", "scope": "REVIEW", "signed": true, "signedBy": "COMPLAINANT",
                 "text": "I do not want to go on with this."}""")
record WithdrawalBody(
        @Schema(description = "The day on which it was received", example = "2026-03-09")
                @NotNull(message = "Say on which day it was received.")
                @NotInFuture(message = NotInFuture.DAY)
                LocalDate receivedOn,
        @Schema(description = "Who received it", example = "LPB") @NotNull(message = "Send one of [FORCE, LPB].")
                ReceivedBy receivedBy,
        @Schema(description = "What is withdrawn", example = "REVIEW") @NotNull(message = "Send one of [COMPLAINT, REVIEW].")
                Scope scope,
        @Schema(description = "Whether it is signed", example = "true") @NotNull(message = "Say whether the notice is signed.")
                Boolean signed,
        @Schema(description = "Who signed; needed where it is signed", example = "COMPLAINANT") SignedBy signedBy,
        @Schema(description = "What it says", example = "I do not want to go on with this.") String text)
        implements FitsTogether {

    WithdrawalNotice notice() {
        return new WithdrawalNotice(receivedOn, receivedBy, scope, signed, signedBy, text);
    }

    @Override
    public void misfits(Predicate<String> sent, Wrong wrong) {
        if (Boolean.TRUE.equals(signed) && !sent.test("signedBy")) {
            wrong.name("signedBy", "Say who signed: COMPLAINANT, SOLICITOR or AGENT.");
        }
    }
}
