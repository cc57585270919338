package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CompletedContents;
import org.redress.casefile.EmailAddress;
import org.redress.casefile.Channel;
import org.redress.casefile.NewCase;
import org.redress.casefile.NewCase.AllegationText;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.clock.Now;
import org.redress.clock.WrongBody;
import org.redress.review.Applications;
import org.redress.review.Investigation;
import org.springframework.stereotype.Component;

/** Reads an application from JSON. Hardly anything is needed; what is there must make sense. */
@Component
class ApplicationReader {

    /** An application and whether the complainant's written consent is held. */
    record Read(NewCase application, Boolean consentHeld) {}

    /** Clocks of two machines never agree to the second. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Now now;

    ApplicationReader(Now now) {
        this.now = now;
    }

    /** @throws FieldsRefused naming every field that is wrong */
    Read read(JsonNode body) {
        Fields fields = Fields.of(body);
        Channel channel = fields.code("channel", Channel.class);
        Instant receivedAt = notInFuture(fields, "receivedAt");
        if (!fields.has("receivedAt")) {
            fields.fault("receivedAt", "Say when the application was received.");
        }
        Instant byWrongBody = notInFuture(fields, "receivedByWrongBodyAt");
        Instant forwardedAt = notInFuture(fields, "forwardedAt");
        WrongBody wrongBody = fields.code("wrongBody", WrongBody.class);
        if (byWrongBody != null && forwardedAt != null && forwardedAt.isBefore(byWrongBody)) {
            fields.fault("forwardedAt", "The application was forwarded before it was received. Check both moments.");
        }
        if (wrongBody == null && !fields.has("wrongBody") && (byWrongBody != null || forwardedAt != null)) {
            fields.fault("wrongBody", "Say which body the application went to first.");
        }

        Fields applicant = fields.object("applicant");
        PersonDetails person = applicant(applicant);
        Boolean isComplainant = applicant.flag("isComplainant");
        String complainantName = applicant.name("complainantName");
        Boolean consentHeld = applicant.flag("consentHeld");
        applicant.nothingElse();

        Fields complaint = fields.object("complaint");
        String forceReference = complaint.text("forceReference");
        String force = complaint.text("force");
        LocalDate madeOn = dayNotInFuture(complaint, "madeOn");
        String summary = complaint.text("summary");
        List<AllegationText> allegations = allegations(complaint);
        complaint.nothingElse();

        Fields outcome = fields.object("outcome");
        LocalDate letterDate = outcome.date("letterDate");
        LocalDate sentOn = dayNotInFuture(outcome, "sentOn");
        Boolean rightsGiven = outcome.flag("reviewRightsGiven");
        LocalDate rightsOn = dayNotInFuture(outcome, "reviewRightsProvidedOn");
        Investigation handling = outcome.code("handling", Investigation.class);
        outcome.nothingElse();

        String grounds = fields.text("grounds");
        fields.nothingElse();
        fields.refuseIfAny();

        return new Read(
                new NewCase(
                        Applications.KIND,
                        channel == null ? Channel.FORM.name() : channel.name(),
                        receivedAt,
                        byWrongBody,
                        forwardedAt,
                        wrongBody == null ? null : wrongBody.name(),
                        person,
                        !Boolean.FALSE.equals(isComplainant),
                        complainantName,
                        forceReference,
                        force,
                        madeOn,
                        summary,
                        allegations,
                        letterDate,
                        sentOn,
                        rightsGiven,
                        rightsOn,
                        handling == null ? null : handling.name(),
                        grounds),
                consentHeld);
    }

    /** Contents of an application that come with a later answer, in the shape of the application itself. */
    CompletedContents readMore(Fields fields) {
        Fields complaint = fields.object("complaint");
        Fields outcome = fields.object("outcome");
        CompletedContents more = new CompletedContents(
                complaint.text("forceReference"),
                dayNotInFuture(complaint, "madeOn"),
                complaint.text("summary"),
                outcome.date("letterDate"),
                dayNotInFuture(outcome, "sentOn"),
                outcome.flag("reviewRightsGiven"),
                dayNotInFuture(outcome, "reviewRightsProvidedOn"),
                fields.text("grounds"));
        complaint.nothingElse();
        outcome.nothingElse();
        return more;
    }

    List<AllegationText> allegations(Fields holder) {
        List<AllegationText> allegations = new ArrayList<>();
        for (Fields item : holder.list("allegations")) {
            item.alsoKnown("number");
            String text = item.requiredText("text", "Write what the allegation says, or take the allegation out.");
            String forceOutcome = item.text("forceOutcome");
            item.nothingElse();
            allegations.add(new AllegationText(text, forceOutcome));
        }
        return allegations;
    }

    LocalDate dayNotInFuture(Fields fields, String name) {
        LocalDate day = fields.date(name);
        if (day != null && day.isAfter(now.today())) {
            fields.fault(name, "Send a day that is not in the future.");
        }
        return day;
    }

    private Instant notInFuture(Fields fields, String name) {
        Instant moment = fields.instant(name);
        if (moment != null && moment.isAfter(now.instant().plus(TOLERANCE))) {
            fields.fault(name, "Send a moment that is not in the future.");
        }
        return moment;
    }

    private static PersonDetails applicant(Fields fields) {
        String name = fields.requiredName("fullName", "Enter the applicant's full name.");
        String email = fields.text("email");
        if (email != null && !email.isBlank() && !EmailAddress.isOne(email.strip())) {
            fields.fault("email", "Enter an e-mail address such as name@example.org.");
        }
        String phone = fields.text("phone");
        List<String> address = fields.texts("postalAddress");
        PreferredContact preferred = fields.code("preferredContact", PreferredContact.class);
        String adjustments = fields.text("adjustments");
        boolean reachable = !blank(email) || !blank(phone) || address.stream().anyMatch(line -> !line.isBlank());
        if (!reachable) {
            fields.fault("email", "Enter at least one way to reach the applicant: e-mail, telephone or postal address.");
        }
        if (blank(name)) {
            return null;
        }
        return new PersonDetails(
                name,
                blank(email) ? null : email.strip(),
                blank(phone) ? null : phone,
                address,
                preferred,
                blank(adjustments) ? null : adjustments);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
