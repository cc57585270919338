package org.redress.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.casefile.Agreed;
import org.redress.casefile.Party;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.casefile.Standing;
import org.redress.kernel.EmailAddress;
import org.redress.kernel.Fault;
import org.redress.kernel.Names;

/** What the pages about people ask of one, as it was typed. */
public record PersonFields(
        String fullName,
        String email,
        String phone,
        String postalAddress,
        String preferredContact,
        String adjustments,
        String standing,
        String largePrint,
        String paperColour,
        String otherForm,
        String formNote) {

    private static final int LONGEST_LINE = 100;

    public PersonFields {
        fullName = Typed.text(fullName);
        email = Typed.text(email);
        phone = Typed.text(phone);
        postalAddress = Typed.text(postalAddress);
        preferredContact = Typed.text(preferredContact);
        adjustments = Typed.text(adjustments);
        standing = Typed.text(standing);
        largePrint = Typed.text(largePrint);
        paperColour = Typed.text(paperColour);
        otherForm = Typed.text(otherForm);
        formNote = Typed.text(formNote);
    }

    /** As the file has it. */
    static PersonFields of(Party party) {
        Agreed agreed = party.agreed();
        return new PersonFields(
                party.fullName(),
                party.email(),
                party.phone(),
                String.join("\n", party.postalAddress()),
                party.preferredContact() == null ? "" : party.preferredContact().name(),
                party.adjustments(),
                party.standing().name(),
                agreed.largePrint() ? "YES" : "",
                agreed.paperColour(),
                agreed.otherForm() == null ? "" : agreed.otherForm().name(),
                agreed.formNote());
    }

    /** Somebody of whom nothing is known yet. */
    static PersonFields empty() {
        return new PersonFields("", "", "", "", "", "", Standing.PERSON.name(), "", "", "", "");
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (fullName.isEmpty()) {
            faults.add(new Fault("full-name", "Enter the person’s full name"));
        } else {
            Names.fault(fullName).ifPresent(fault -> faults.add(new Fault("full-name", fault)));
        }
        if (!email.isEmpty()) {
            EmailAddress.fault(email).ifPresent(fault -> faults.add(new Fault("email", fault)));
        }
        if (!isOneOf(preferredContact, PreferredContact.values())) {
            faults.add(new Fault("preferred-contact", "Select how the person wants to hear from us"));
        }
        if (!isOneOf(standing, Standing.values())) {
            faults.add(new Fault("standing", "Select what matters about this person"));
        }
        if (!isOneOf(otherForm, Agreed.Form.values())) {
            faults.add(new Fault("other-form", "Select the form in which letters come, or none"));
        }
        if (otherForm.equals(Agreed.Form.OTHER_LANGUAGE.name()) && formNote.isEmpty()) {
            faults.add(new Fault("form-note", "Enter which language"));
        }
        if (paperColour.length() > LONGEST_LINE) {
            faults.add(new Fault("paper-colour", "Name the colour in at most " + LONGEST_LINE + " characters"));
        }
        if (Stream.of(fullName, email, phone, postalAddress, adjustments, paperColour, formNote).anyMatch(Typed::cannotBeKept)) {
            faults.add(new Fault("full-name", "Type the answers again: one holds a character that cannot be kept"));
        }
        return faults;
    }

    PersonDetails details() {
        return new PersonDetails(
                fullName,
                Typed.orNull(email),
                Typed.orNull(phone),
                postalAddress.lines().map(String::strip).toList(),
                preferredContact.isEmpty() ? null : PreferredContact.valueOf(preferredContact),
                Typed.orNull(adjustments));
    }

    Standing standingChosen() {
        return standing.isEmpty() ? Standing.PERSON : Standing.valueOf(standing);
    }

    Agreed agreed() {
        return new Agreed(
                largePrint.equals("YES"), paperColour, otherForm.isEmpty() ? null : Agreed.Form.valueOf(otherForm), formNote);
    }

    /** What stands for the person as shown, so that a change by somebody else meanwhile is noticed. */
    String mark() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean isOneOf(String typed, Enum<?>[] values) {
        return typed.isEmpty() || Arrays.stream(values).anyMatch(value -> value.name().equals(typed));
    }
}
