package org.redress.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.letter.Addressee;
import org.redress.review.letters.ComplaintReference;
import org.springframework.stereotype.Component;

/** To whom the letters of a case go, and what they call the complaint. */
@Component
class Correspondence {

    private static final Set<PartyRole> OTHERS = Set.of(ReviewParties.INTERESTED_PERSON, ReviewParties.PERSON_COMPLAINED_AGAINST);

    /** Whom a letter is written to, by what they are to the case. */
    private static final Map<PartyRole, Addressee.Role> ROLES = Map.of(
            ReviewParties.APPLICANT, Addressee.Role.APPLICANT,
            ReviewParties.COMPLAINANT, Addressee.Role.APPLICANT,
            ReviewParties.INTERESTED_PERSON, Addressee.Role.INTERESTED_PERSON,
            ReviewParties.PERSON_COMPLAINED_AGAINST, Addressee.Role.PERSON_COMPLAINED_AGAINST);

    private final CaseFiles cases;
    private final Facts facts;
    private final Force force;

    Correspondence(CaseFiles cases, Facts facts, Force force) {
        this.cases = cases;
        this.facts = facts;
        this.force = force;
    }

    Addressee applicant(CaseFile file) {
        return to(theApplicant(file));
    }

    private Party theApplicant(CaseFile file) {
        return cases.inRole(file.reference(), ReviewParties.APPLICANT)
                .orElseThrow(() -> new IllegalStateException("Nobody applied for " + file.reference()));
    }

    Addressee theForce() {
        return new Addressee(
                Addressee.Role.FORCE,
                force.addressee(),
                force.email(),
                force.postalAddress(),
                Addressee.Contact.EMAIL,
                false);
    }

    static Addressee to(Party party) {
        Addressee.Role role = ROLES.get(party.role());
        Addressee.Contact contact = party.preferredContact() != null
                ? Addressee.Contact.valueOf(party.preferredContact().name())
                : party.email() != null ? Addressee.Contact.EMAIL : Addressee.Contact.POST;
        return new Addressee(
                role,
                party.fullName(),
                party.email(),
                party.postalAddress(),
                contact,
                Addressee.asksForLargePrint(party.adjustments()),
                party.adjustments());
    }

    /** Section 21 persons and persons complained against whom nothing forbids to tell. */
    List<Party> others(CaseFile file) {
        return cases.parties(file.reference()).stream()
                .filter(party -> OTHERS.contains(party.role()))
                .filter(Party::told)
                .toList();
    }

    String complainantName(CaseFile file) {
        return cases.inRole(file.reference(), ReviewParties.COMPLAINANT).orElseGet(() -> theApplicant(file)).fullName();
    }

    ComplaintReference complaint(CaseFile file) {
        return new ComplaintReference(
                forceName(file),
                Faults.blank(file.forceReference()) ? null : file.forceReference(),
                Optional.ofNullable(facts.current(file.reference()).complaintMadeOn()).orElse(file.complaintMadeOn()),
                file.outcomeLetterDate());
    }

    /** The force as the body calls it, or as the applicant did where it is another. */
    String forceName(CaseFile file) {
        return Faults.blank(file.force()) || force.isMeantBy(file.force()) ? force.name() : file.force();
    }
}
