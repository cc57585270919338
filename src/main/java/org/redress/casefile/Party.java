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

    protected Party() {}

    public Party(String caseReference, PartyRole role, PersonDetails person) {
        this.caseReference = caseReference;
        this.role = role;
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

    /** Whether letters go to this person; telling may be held back where it might prejudice an investigation. */
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

    void holdBack(String reason) {
        told = false;
        untoldReason = reason;
    }
}
