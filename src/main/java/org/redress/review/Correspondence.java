package org.redress.review;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.letter.Addressee;
import org.redress.review.letters.ComplaintReference;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** To whom the letters of a case go, and what they call the complaint. */
@Component
class Correspondence {

    private final CaseFiles cases;
    private final Facts facts;
    private final Force force;

    Correspondence(CaseFiles cases, Facts facts, Force force) {
        this.cases = cases;
        this.facts = facts;
        this.force = force;
    }

    Addressee applicant(CaseFile file) {
        return to(cases.applicant(file.reference()));
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
        Addressee.Role role =
                switch (party.role()) {
                    case APPLICANT, COMPLAINANT -> Addressee.Role.APPLICANT;
                    case INTERESTED_PERSON -> Addressee.Role.INTERESTED_PERSON;
                    case PERSON_COMPLAINED_AGAINST -> Addressee.Role.PERSON_COMPLAINED_AGAINST;
                };
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
                party.adjustments(),
                party.id());
    }

    /** Section 21 persons and persons complained against whom nothing forbids to tell. */
    List<Party> others(CaseFile file) {
        return cases.parties(file.reference()).stream()
                .filter(party -> party.role() == PartyRole.INTERESTED_PERSON
                        || party.role() == PartyRole.PERSON_COMPLAINED_AGAINST)
                .filter(Party::told)
                .toList();
    }

    String complainantName(CaseFile file) {
        return cases.representedComplainant(file.reference())
                .or(() -> Optional.of(cases.applicant(file.reference())))
                .map(Party::fullName)
                .orElseThrow();
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
