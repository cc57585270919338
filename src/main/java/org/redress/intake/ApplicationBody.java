package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.redress.casefile.Channel;
import org.redress.casefile.NewCase;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.clock.WrongBody;
import org.redress.kernel.London;
import org.redress.kernel.WrittenText;
import org.redress.review.Applications;
import org.redress.review.Investigation;

/** An application as it is handed in. Hardly anything is needed; what is there must make sense. */
@Schema(
        name = "Application",
        description = "An application for a review. Only receivedAt, the applicant's name and one way to reach them are needed:"
                + " an incomplete application is asked about, never refused for it. Left out and null mean the same.",
        example = """
                {"channel": "FORM", "receivedAt": "2026-03-02T09:14:00Z",
                 "applicant": {"fullName": "Marisol Quenby-Adeleke", "email": "marisol.qa@example.org", "phone": null,
                  "postalAddress": ["12 Harbour Row", "London SE8 9ZZ"], "preferredContact": "EMAIL", "adjustments": null,
                  "isComplainant": true, "complainantName": null, "consentHeld": null},
                 "complaint": {"forceReference": "PC/90001/26", "force": "MPS", "madeOn": "2025-10-01",
                  "summary": "Camera footage of a burglary was not collected",
                  "allegations": [{"text": "The officer did not collect the footage that I named in writing",
                   "forceOutcome": "The service provided was acceptable"}]},
                 "outcome": {"letterDate": "2026-02-10", "sentOn": "2026-02-10", "reviewRightsGiven": true,
                  "reviewRightsProvidedOn": "2026-02-10", "handling": "NONE"},
                 "grounds": "The letter does not mention the cameras."}""")
record ApplicationBody(
        @Schema(description = "How it came in; FORM if left out", example = "FORM") Channel channel,
        @Schema(description = "When it was received", example = "2026-03-02T09:14:00Z")
                @NotNull(message = "Say when the application was received.")
                @NotInFuture(message = NotInFuture.MOMENT)
                Instant receivedAt,
        @Schema(description = "When another body received it, where it went there first", example = "2026-02-27T10:00:00Z")
                @NotInFuture(message = NotInFuture.MOMENT)
                Instant receivedByWrongBodyAt,
        @Schema(description = "When that body sent it on", example = "2026-03-01T16:30:00Z")
                @NotInFuture(message = NotInFuture.MOMENT)
                Instant forwardedAt,
        @Schema(description = "Which body it went to first; needed with either moment above", example = "IOPC")
                WrongBody wrongBody,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Valid Applicant applicant,
        @Valid Complaint complaint,
        @Valid Outcome outcome,
        @Schema(description = "Why the applicant disagrees", example = "The letter does not mention the cameras.")
                String grounds)
        implements FitsTogether {

    /** Who applies. */
    @Schema(name = "Applicant", description = "Who applies, with at least one of email, phone and postalAddress")
    record Applicant(
            @Schema(description = "As they write it, on one line, at most 200 characters", example = "Marisol Quenby-Adeleke")
                    @NotBlank(message = "Enter the applicant's full name.")
                    @UsableName
                    String fullName,
            @Schema(example = "marisol.qa@example.org") @MailAddress String email,
            @Schema(example = "020 7946 0018") String phone,
            @Schema(description = "Line by line", example = "[\"12 Harbour Row\", \"London SE8 9ZZ\"]")
                    List<String> postalAddress,
            @Schema(description = "How they want to hear from us", example = "EMAIL") PreferredContact preferredContact,
            @Schema(description = "What they need to take part", example = "Large print") String adjustments,
            @Schema(description = "Whether they made the complaint themselves; true if left out", example = "true")
                    Boolean isComplainant,
            @Schema(description = "Who made the complaint, where somebody else applies", example = "Ambrose Quenby")
                    @UsableName
                    String complainantName,
            @Schema(description = "Whether the complainant's written consent is held, where somebody else applies",
                            example = "true")
                    Boolean consentHeld)
            implements FitsTogether {

        @Override
        public void misfits(Predicate<String> sent, Wrong wrong) {
            boolean reachable =
                    !blank(email) || !blank(phone) || postalAddress.stream().anyMatch(line -> !blank(line));
            if (!reachable) {
                wrong.name("email", "Enter at least one way to reach the applicant: e-mail, telephone or postal address.");
            }
        }

        private PersonDetails details() {
            return new PersonDetails(
                    fullName,
                    blank(email) ? null : email.strip(),
                    blank(phone) ? null : phone,
                    postalAddress,
                    preferredContact,
                    blank(adjustments) ? null : adjustments);
        }
    }

    /** What was complained about. */
    @Schema(name = "Complaint", description = "The complaint that the force handled")
    record Complaint(
            @Schema(description = "The force's own reference, as it stands on its letters", example = "PC/90001/26")
                    String forceReference,
            @Schema(description = "Which force", example = "MPS") String force,
            @Schema(description = "The day on which the complaint was made", example = "2025-10-01")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate madeOn,
            @Schema(example = "Camera footage of a burglary was not collected") String summary,
            List<@Valid AllegationBody> allegations) {}

    /** How it ended. */
    @Schema(name = "Outcome", description = "What the force told the complainant at the end")
    record Outcome(
            @Schema(description = "The date on the letter", example = "2026-02-10")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate letterDate,
            @Schema(description = "The day on which it was sent", example = "2026-02-10")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate sentOn,
            @Schema(description = "Whether the letter told of the right to a review; false means that the 28 days never began",
                            example = "true")
                    Boolean reviewRightsGiven,
            @Schema(description = "The day on which the force told of that right; if not known, the later of letterDate and sentOn"
                            + " counts", example = "2026-02-10")
                    @NotInFuture(message = NotInFuture.DAY)
                    LocalDate reviewRightsProvidedOn,
            @Schema(description = "How the complaint was investigated, if at all", example = "NONE") Investigation handling) {}

    @Override
    public void misfits(Predicate<String> sent, Wrong wrong) {
        if (receivedByWrongBodyAt != null && forwardedAt != null && forwardedAt.isBefore(receivedByWrongBodyAt)) {
            wrong.name("forwardedAt", "The application was forwarded before it was received. Check both moments.");
        }
        if (!sent.test("wrongBody") && (receivedByWrongBodyAt != null || forwardedAt != null)) {
            wrong.name("wrongBody", "Say which body the application went to first.");
        }
        if (complaint != null && complaint.madeOn() != null) {
            daysAfterComplaint(complaint.madeOn(), wrong);
        }
    }

    /** Nothing answers a complaint, or asks for a review of it, before it was made. */
    private void daysAfterComplaint(LocalDate madeOn, Wrong wrong) {
        if (receivedAt != null && madeOn.isAfter(London.dayOf(receivedAt))) {
            wrong.name("complaint.madeOn", "The complaint was made after the application about it was received. Check both days.");
        }
        if (outcome != null) {
            before(madeOn, outcome.letterDate(), "outcome.letterDate", wrong);
            before(madeOn, outcome.sentOn(), "outcome.sentOn", wrong);
            before(madeOn, outcome.reviewRightsProvidedOn(), "outcome.reviewRightsProvidedOn", wrong);
        }
    }

    private static void before(LocalDate madeOn, LocalDate day, String field, Wrong wrong) {
        if (day != null && day.isBefore(madeOn)) {
            wrong.name(field, "This day lies before the complaint was made. Check both days.");
        }
    }

    /** What a case is opened with. */
    NewCase newCase() {
        return new NewCase(
                Applications.KIND,
                channel == null ? Channel.FORM.name() : channel.name(),
                receivedAt,
                receivedByWrongBodyAt,
                forwardedAt,
                wrongBody == null ? null : wrongBody.name(),
                Applications.parties(
                        applicant.details(), !Boolean.FALSE.equals(applicant.isComplainant()), applicant.complainantName()),
                !Boolean.FALSE.equals(applicant.isComplainant()),
                applicant.complainantName() == null || applicant.complainantName().isEmpty()
                        ? null
                        : applicant.complainantName(),
                complaint.forceReference(),
                complaint.force(),
                complaint.madeOn(),
                complaint.summary(),
                AllegationBody.texts(complaint.allegations()),
                outcome.letterDate(),
                outcome.sentOn(),
                outcome.reviewRightsGiven(),
                outcome.reviewRightsProvidedOn(),
                outcome.handling() == null ? null : outcome.handling().name(),
                grounds);
    }

    private static boolean blank(String text) {
        return WrittenText.nothingVisible(text);
    }
}
