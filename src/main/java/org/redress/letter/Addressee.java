package org.redress.letter;

import java.util.List;
import org.redress.kernel.WrittenText;

/**
 * Who a letter goes to and how to reach them.
 *
 * @param role what this person or body is in the case; it decides what the letter may say
 * @param name the full name, in any script
 * @param email null where there is none
 * @param postalAddress the lines below the name; empty where there is none
 * @param preferredContact how this addressee wants to be reached
 * @param largePrint whether the letter is set in 18 point
 * @param adjustments what the addressee told us they need, in their own words; null where nothing
 * @param party the number of the person on the case file, so that two of one name are two; null for a body
 * @param client for whom the addressee acts or applied, by name; null where they are written to for themselves
 * @param capacity as what they act for the client: a code that the letters have words for; null where they applied themselves
 * @param arrange what somebody must arrange before the letter may leave as it is; null where it may
 */
public record Addressee(
        Role role,
        String name,
        String email,
        List<String> postalAddress,
        Contact preferredContact,
        boolean largePrint,
        String adjustments,
        Long party,
        String client,
        String capacity,
        String arrange) {

    /** What an addressee is in the case. */
    public enum Role { APPLICANT, FORCE, PERSON_COMPLAINED_AGAINST, INTERESTED_PERSON, OTHER_BODY }

    /** How an addressee wants to be reached. */
    public enum Contact { EMAIL, POST, PHONE }

    public Addressee {
        if (role == null || WrittenText.nothingVisible(name) || preferredContact == null) {
            throw new IllegalArgumentException("An addressee needs a role, a name and a way to be reached");
        }
        name = Plain.line(name);
        email = email == null || email.isBlank() ? null : email.strip();
        postalAddress = postalAddress == null
                ? List.of()
                : postalAddress.stream().map(Plain::line).filter(line -> !line.isEmpty()).toList();
        adjustments = Plain.orNull(adjustments);
    }

    public Addressee(Role role, String name, String email, List<String> postalAddress, Contact preferredContact,
            boolean largePrint) {
        this(role, name, email, postalAddress, preferredContact, largePrint, null);
    }

    /** Whether this is the same addressee: the same person on the file, or the same name where the file says no more. */
    boolean isSameAs(Addressee other) {
        return role == other.role
                && (party != null && other.party != null ? party.equals(other.party) : name.equals(other.name));
    }

    /** Somebody who is written to for themselves, as they are. */
    public Addressee(Role role, String name, String email, List<String> postalAddress, Contact preferredContact,
            boolean largePrint, String adjustments) {
        this(role, name, email, postalAddress, preferredContact, largePrint, adjustments, null, null, null, null);
    }

    /** The same addressee to be reached elsewhere. */
    Addressee at(String newEmail, List<String> newAddress, Contact by) {
        return new Addressee(role, name, newEmail, newAddress, by, largePrint, adjustments, party, client, capacity, arrange);
    }

    /** Whether this person's words ask for large print, so that the letter is set in 18 point. */
    public static boolean asksForLargePrint(String adjustments) {
        return adjustments != null
                && java.util.regex.Pattern.compile("large[- ]?print|\\blarger? (type|font|text)|18[- ]?(point|pt)\\b(?=\\W*($|[.,;:)]|type|font|text|print|size))",
                        java.util.regex.Pattern.CASE_INSENSITIVE).matcher(adjustments).find();
    }
}
