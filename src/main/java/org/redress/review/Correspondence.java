package org.redress.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redress.casefile.Agreed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.casefile.Standing;
import org.redress.letter.Addressee;
import org.redress.review.letters.ComplaintReference;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** To whom the letters of a case go, and what they call the complaint. */
@Component
class Correspondence {

    /** As whom those are written to who neither complained nor applied. */
    private static final Map<PartyRole, Addressee.Role> OTHERS = Map.of(
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
        Party applicant = cases.inRole(file.reference(), ReviewParties.APPLICANT)
                .orElseThrow(() -> new IllegalStateException("Nobody applied for " + file.reference()));
        return to(applicant, cases.parties(file.reference()));
    }

    /** Whoever complains together with the applicant, by whom letters for them are read; nobody gets a letter twice. */
    List<Addressee> jointComplainants(CaseFile file) {
        List<Party> people = cases.parties(file.reference());
        Addressee applicant = applicant(file);
        return people.stream()
                .filter(party -> party.role().equals(ReviewParties.JOINT_COMPLAINANT))
                .map(party -> to(party, people))
                .filter(reader -> !reader.name().equals(applicant.name()))
                .distinct()
                .toList();
    }

    /** The person on the file who reads what goes to an addressee; empty where it goes to a body. */
    Optional<Party> reader(String caseReference, Addressee addressee) {
        List<Party> people = cases.parties(caseReference);
        return people.stream()
                .filter(party -> {
                    Addressee reached = to(party, people);
                    return reached.role() == addressee.role() && reached.name().equals(addressee.name());
                })
                .map(party -> representative(party, people).orElse(party))
                .findFirst();
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

    /**
     * How a letter for a person is addressed: to whoever acts for them, if somebody does.
     *
     * @param people everybody on the file
     */
    static Addressee to(Party party, List<Party> people) {
        Optional<Party> representative = representative(party, people);
        if (representative.isPresent()) {
            String clients = people.stream()
                    .filter(other -> role(other) == role(party))
                    .filter(other -> representative(other, people).filter(acts -> sameReader(acts, representative.get())).isPresent())
                    .map(Party::fullName)
                    .distinct()
                    .collect(Collectors.joining(" and "));
            return to(representative.get(), role(party), clients, representative.get().capacity().name(), arrangement(representative.get()));
        }
        String arrange = party.standing() == Standing.DECEASED
                ? "This person has died, and nobody who acts for them is on the file. Put their personal representative on the file,"
                        + " then send it again to them."
                : arrangement(party);
        String appliedFor = party.role().equals(ReviewParties.APPLICANT) && complainant(people).role().equals(ReviewParties.COMPLAINANT)
                ? complainant(people).fullName()
                : null;
        return to(party, role(party), appliedFor, null, arrange);
    }

    private static boolean sameReader(Party one, Party other) {
        return one.fullName().equals(other.fullName()) && one.capacity() == other.capacity();
    }

    /** Whoever was put on the file last as acting for a person. */
    private static Optional<Party> representative(Party party, List<Party> people) {
        return people.stream()
                .filter(other -> other.represents() != null && other.represents().equals(party.id()))
                .reduce((older, newer) -> newer);
    }

    private static Addressee.Role role(Party party) {
        return OTHERS.getOrDefault(party.role(), Addressee.Role.APPLICANT);
    }

    /** What keeps a plain letter back until somebody has seen to it. */
    private static String arrangement(Party reader) {
        Agreed agreed = reader.agreed();
        return agreed.otherForm() == null
                ? null
                : "It was agreed that letters come in another form: " + agreed.otherForm().words().toLowerCase(Locale.UK)
                        + (agreed.formNote() == null ? "" : " (" + agreed.formNote() + ")")
                        + ". Arrange that, send it in that form, and then say that you printed and posted it.";
    }

    private static Addressee to(Party party, Addressee.Role role, String client, String capacity, String arrange) {
        Addressee.Contact contact = party.preferredContact() != null
                ? Addressee.Contact.valueOf(party.preferredContact().name())
                : party.email() != null ? Addressee.Contact.EMAIL : Addressee.Contact.POST;
        return new Addressee(
                role,
                party.fullName(),
                party.email(),
                party.postalAddress(),
                contact,
                party.agreed().largePrint() || Addressee.asksForLargePrint(party.adjustments()),
                adjustments(party),
                party.id(),
                client,
                capacity,
                arrange);
    }

    /** What they asked for, and what was agreed that no letter can show by itself. */
    private static String adjustments(Party party) {
        String colour = party.agreed().paperColour() == null
                ? null
                : "Printed on this paper: " + party.agreed().paperColour() + ".";
        return party.adjustments() == null ? colour : colour == null ? party.adjustments() : party.adjustments() + "\n" + colour;
    }

    /** Section 21 persons and persons complained against. All of them hear of the application: para 25(1C) knows no exception. */
    List<Addressee> others(CaseFile file) {
        return List.copyOf(others(file, party -> true).keySet());
    }

    /** Those of them who hear of the determination: whom telling it might prejudice an investigation, it is held back from. */
    List<Addressee> othersTold(CaseFile file) {
        return List.copyOf(told(file).keySet());
    }

    /** The same, each reader with those on whose account they hear: whoever acts for two of them gets one letter. */
    Map<Addressee, List<Party>> told(CaseFile file) {
        return others(file, Party::told);
    }

    private Map<Addressee, List<Party>> others(CaseFile file, Predicate<Party> whom) {
        List<Party> people = cases.parties(file.reference());
        return people.stream()
                .filter(party -> OTHERS.containsKey(party.role()))
                .filter(whom)
                .collect(Collectors.groupingBy(party -> to(party, people), LinkedHashMap::new, Collectors.toList()));
    }

    String complainantName(CaseFile file) {
        return complainant(cases.parties(file.reference())).fullName();
    }

    /** Whoever complained: the applicant, unless they applied for somebody else. */
    static Party complainant(List<Party> people) {
        return people.stream()
                .filter(party -> party.role().equals(ReviewParties.COMPLAINANT))
                .findFirst()
                .or(() -> people.stream().filter(party -> party.role().equals(ReviewParties.APPLICANT)).findFirst())
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
