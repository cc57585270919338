package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.clock.Now;
import org.springframework.beans.BeanUtils;

/** Bodies become records, and whatever is wrong with one is told in one go. */
class BodyBinderTest {

    private static final Now NOW = new Now(Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC));

    private final BodyBinder binder = new BodyBinder(validator(), new FactsReader());

    @Test
    void everything_that_is_wrong_is_told_at_once_in_the_order_of_the_fields() {
        assertThat(faults(ApplicationBody.class, """
                {"grounds": 12, "colour": "red", "channel": "PIGEON", "receivedAt": "2026-03-03T10:11:00Z",
                 "forwardedAt": "2026-03-01T00:00:00Z", "receivedByWrongBodyAt": "2026-03-02T00:00:00Z",
                 "applicant": {"fullName": "A\\nB", "email": "no-address", "isComplainant": "yes", "complainantName": " ",
                  "postalAddress": ["x", 4], "shoeSize": 9},
                 "complaint": {"madeOn": "2026-03-04", "summary": "a\\u0000b", "allegations": "many"},
                 "outcome": {"letterDate": "31/03/2026", "sentOn": "1866-03-01", "handling": 5}}"""))
                .containsExactly(
                        "channel: Send one of FORM, EMAIL, POST, PHONE, FORWARDED_BY_IOPC, CENTURION.",
                        "receivedAt: Send a moment that is not in the future.",
                        "forwardedAt: The application was forwarded before it was received. Check both moments.",
                        "wrongBody: Say which body the application went to first.",
                        "applicant.fullName: A name stands on one line. Take out the line breaks, tabs and control characters.",
                        "applicant.email: Enter an e-mail address such as name@example.org.",
                        "applicant.postalAddress[1].line: Send text here.",
                        "applicant.isComplainant: Send true or false.",
                        "applicant.complainantName: This name holds nothing that can be seen. Type the name.",
                        "applicant.shoeSize: This field is not known here. Take it out, or check its spelling.",
                        "complaint.madeOn: The complaint was made after the application about it was received. Check both days.",
                        "complaint.madeOn: Send a day that is not in the future.",
                        "complaint.summary: Take out the NUL character.",
                        "complaint.allegations: Send a list here.",
                        "outcome.letterDate: Send a date such as 2026-03-02.",
                        "outcome.sentOn: Send a year from 1950 to 2099.",
                        "outcome.handling: Send one of NONE, OWN, DIRECTED, INDEPENDENT.",
                        "grounds: Send text here.",
                        "colour: This field is not known here. Take it out, or check its spelling.");
    }

    @Test
    void what_is_missing_is_named_where_it_belongs_and_named_once() {
        assertThat(faults(ApplicationBody.class, "{}"))
                .containsExactly(
                        "receivedAt: Say when the application was received.",
                        "applicant.fullName: Enter the applicant's full name.",
                        "applicant.email: Enter at least one way to reach the applicant: e-mail, telephone or postal address.");
        assertThat(faults(RestrictionBody.class, "[]"))
                .containsExactly(": Send a JSON object.", "restricted: Say true or false.", "reason: Say why.");
        assertThat(faults(ApplicationBody.class, """
                {"receivedAt": "2026-03-03T09:00:00Z", "applicant": {"fullName": "  ", "phone": "1"}}"""))
                .containsExactly("applicant.fullName: Enter the applicant's full name.");
    }

    @Test
    void what_was_sent_and_cannot_be_read_is_not_called_missing_as_well() {
        assertThat(faults(WithdrawalBody.class, """
                {"receivedOn": "soon", "receivedBy": "POST", "scope": 3, "signed": "yes", "signedBy": "DOG"}"""))
                .containsExactly(
                        "receivedOn: Send a date such as 2026-03-02.",
                        "receivedBy: Send one of FORCE, LPB.",
                        "scope: Send one of COMPLAINT, REVIEW.",
                        "signed: Send true or false.",
                        "signedBy: Send one of COMPLAINANT, SOLICITOR, AGENT.");
        assertThat(faults(ReplyBody.class, "{\"receivedOn\": \"2026-03-03\", \"moreTimeUntil\": \"May\"}"))
                .containsExactly("moreTimeUntil: Send a date such as 2026-03-02.");
    }

    @Test
    void an_item_of_a_list_keeps_its_place_when_another_is_none() {
        assertThat(faults(PapersBody.class, """
                {"receivedOn": "2026-03-03", "allegations": ["x", {"number": "one", "forceOutcome": "None"}, {"text": "y", "z": 1}]}"""))
                .containsExactly(
                        "allegations[0]: Send an object here.",
                        "allegations[1].text: Write what the allegation says, or take the allegation out.",
                        "allegations[2].z: This field is not known here. Take it out, or check its spelling.");
    }

    @Test
    void fields_that_must_fit_each_other_do() {
        assertThat(faults(WithdrawalBody.class, """
                {"receivedOn": "2026-03-03", "receivedBy": "LPB", "scope": "REVIEW", "signed": true}"""))
                .containsExactly("signedBy: Say who signed: COMPLAINANT, SOLICITOR or AGENT.");
        assertThat(faults(ReplyBody.class, """
                {"receivedOn": "2026-03-03", "moreTimeUntil": "2026-04-03", "answer": "ACCEPTED"}"""))
                .containsExactly("moreTimeUntil: Send an answer or ask for more time, not both.");
    }

    @Test
    void facts_that_are_not_for_papers_to_say_are_told_back_and_unknown_ones_refused() {
        PapersBody papers = binder.bind(json("""
                {"receivedOn": "2026-03-03", "facts": {"recorded": true, "investigation": "OWN", "timeliness": "IN_TIME"}}"""),
                PapersBody.class).whole();

        assertThat(papers.facts().notTaken()).containsExactly("timeliness");
        assertThat(papers.facts().facts().flag("recorded")).isTrue();
        assertThat(papers.allegationTexts()).isEmpty();
        assertThat(faults(PapersBody.class, "{\"receivedOn\": \"2026-03-03\", \"facts\": {\"ownForce\": \"yes\", \"colour\": 1}}"))
                .containsExactly(
                        "facts.ownForce: Send true or false.",
                        "facts.colour: This field is not known here. Take it out, or check its spelling.");
    }

    @Test
    void the_clocks_of_two_machines_may_differ_by_ten_minutes() {
        ApplicationBody soon = binder.bind(json("""
                {"receivedAt": "2026-03-03T10:10:00Z", "applicant": {"fullName": "Jo", "phone": "07700 900001"}}"""),
                ApplicationBody.class).whole();

        assertThat(soon.newCase().receivedAt()).isEqualTo(Instant.parse("2026-03-03T10:10:00Z"));
        assertThat(soon.newCase().channel()).isEqualTo("FORM");
        assertThat(soon.newCase().applicantIsComplainant()).isTrue();
    }

    private List<String> faults(Class<? extends Record> type, String body) {
        Sent<?> sent = binder.bind(json(body), type);
        FieldsRefused refused = catchThrowableOfType(FieldsRefused.class, sent::whole);
        return refused.faults().stream().map(fault -> fault.field() + ": " + fault.message()).toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Bean Validation as the house runs it, with a fixed day. */
    private static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .constraintValidatorFactory(new ConstraintValidatorFactory() {
                    @Override
                    public <V extends ConstraintValidator<?, ?>> V getInstance(Class<V> type) {
                        if (type == NotInFuture.OfDay.class) {
                            return type.cast(new NotInFuture.OfDay(NOW));
                        }
                        return type == NotInFuture.OfMoment.class
                                ? type.cast(new NotInFuture.OfMoment(NOW))
                                : BeanUtils.instantiateClass(type);
                    }

                    @Override
                    public void releaseInstance(ConstraintValidator<?, ?> instance) {
                        // nothing to give back
                    }
                })
                .buildValidatorFactory()
                .getValidator();
    }
}
