package org.redress.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;

/** A person with a part in the case. */
@Entity
public class Party {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseReference;

    private PartyRole role;

    private String fullName;
    private String email;
    private String phone;

    @Column(name = "postal_address")
    private String postalLines;

    @Enumerated(EnumType.STRING)
    private PreferredContact preferredContact;

    private String adjustments;
    private boolean told = true;
    private String untoldReason;

    @Enumerated(EnumType.STRING)
    private Standing standing = Standing.PERSON;

    private Long represents;

    @Enumerated(EnumType.STRING)
    private Capacity capacity;

    private boolean offFile;
    private boolean largePrint;
    private String paperColour;

    @Enumerated(EnumType.STRING)
    private Agreed.Form otherForm;

    private String formNote;

    protected Party() {}

    public Party(String caseReference, PartyRole role, PersonDetails person) {
        this.caseReference = caseReference;
        this.role = role;
        take(person);
    }

    /** Somebody who acts for a person on the file. */
    static Party actingFor(Party represented, PartyRole role, Capacity capacity, PersonDetails person) {
        Party representative = new Party(represented.caseReference, role, person);
        representative.represents = represented.id;
        representative.capacity = capacity;
        return representative;
    }

    private void take(PersonDetails person) {
        this.fullName = person.fullName();
        this.email = person.email();
        this.phone = person.phone();
        this.postalLines = person.postalAddress().isEmpty() ? null : String.join("\n", person.postalAddress());
        this.preferredContact = person.preferredContact();
        this.adjustments = person.adjustments();
    }

    public Long id() {
        return id;
    }

    public String caseReference() {
        return caseReference;
    }

    public PartyRole role() {
        return role;
    }

    public String fullName() {
        return fullName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public List<String> postalAddress() {
        return postalLines == null ? List.of() : postalLines.lines().toList();
    }

    public PreferredContact preferredContact() {
        return preferredContact;
    }

    /** What the person needs from us to take part, in their words, or null. */
    public String adjustments() {
        return adjustments;
    }

    public Standing standing() {
        return standing;
    }

    /** The number of the person for whom this one acts; null for everybody else. */
    public Long represents() {
        return represents;
    }

    /** As what this person acts for another; null where they do not. */
    public Capacity capacity() {
        return capacity;
    }

    /** What was agreed about how we write to this person. */
    public Agreed agreed() {
        return new Agreed(largePrint, paperColour, otherForm, formNote);
    }

    /** Whether the determination goes to this person; it may be held back where it might prejudice an investigation. */
    public boolean told() {
        return told;
    }

    public String untoldReason() {
        return untoldReason;
    }

    /** Null or empty leaves an address as it is. Where the way they wanted leads nowhere, the new one takes its place. */
    void reachAt(String email, List<String> postalAddress) {
        if (email != null) {
            this.email = email;
        }
        if (!postalAddress.isEmpty()) {
            postalLines = String.join("\n", postalAddress);
        }
        boolean leadsSomewhere = preferredContact == PreferredContact.EMAIL && this.email != null
                || preferredContact == PreferredContact.POST && postalLines != null;
        if (!leadsSomewhere && preferredContact != null) {
            preferredContact = email != null ? PreferredContact.EMAIL : PreferredContact.POST;
        }
    }

    void correct(PersonDetails person, Standing standing, Agreed agreed) {
        take(person);
        this.standing = standing;
        largePrint = agreed.largePrint();
        paperColour = agreed.paperColour();
        otherForm = agreed.otherForm();
        formNote = agreed.formNote();
    }

    void takeOff() {
        offFile = true;
    }

    void release() {
        told = true;
        untoldReason = null;
    }

    /** The person as they are at this moment, whatever is changed afterwards. */
    Party copy() {
        Party copy = new Party();
        copy.id = id;
        copy.caseReference = caseReference;
        copy.role = role;
        copy.fullName = fullName;
        copy.email = email;
        copy.phone = phone;
        copy.postalLines = postalLines;
        copy.preferredContact = preferredContact;
        copy.adjustments = adjustments;
        copy.told = told;
        copy.untoldReason = untoldReason;
        copy.represents = represents;
        copy.capacity = capacity;
        copy.standing = standing;
        copy.largePrint = largePrint;
        copy.paperColour = paperColour;
        copy.otherForm = otherForm;
        copy.formNote = formNote;
        return copy;
    }

    void holdBack(String reason) {
        told = false;
        untoldReason = reason;
    }
}
