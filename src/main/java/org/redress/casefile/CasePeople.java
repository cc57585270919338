package org.redress.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what the file says of its people, at any time of the case. The file shows what holds now; what it said before, who
 * changed it and why stay on the record.
 */
@Service
@Transactional
public class CasePeople {

    private final CaseFiles cases;
    private final PartyRows rows;
    private final Kinds kinds;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;

    CasePeople(CaseFiles cases, PartyRows rows, Kinds kinds, ActRecord acts, ApplicationEventPublisher events) {
        this.cases = cases;
        this.rows = rows;
        this.kinds = kinds;
        this.acts = acts;
        this.events = events;
    }

    /** @throws CaseNotFound where nobody of that number is on the file of the case */
    @Transactional(readOnly = true)
    public Party get(String reference, long id) {
        return cases.parties(reference).stream()
                .filter(party -> party.id() == id)
                .findFirst()
                .orElseThrow(() -> new CaseNotFound(reference));
    }

    /** Whoever acts for somebody on the file, the newest first. */
    @Transactional(readOnly = true)
    public List<Party> representativesOf(String reference, long id) {
        return cases.parties(reference).stream().filter(party -> Objects.equals(party.represents(), id)).toList();
    }

    /**
     * Puts details of a person right; nothing happens where they are as they were.
     *
     * @return whether anything was different
     */
    public boolean correct(
            String reference, long id, PersonDetails details, Standing standing, Agreed agreed, String ground, String by) {
        Map<String, Object> was = facts(get(reference, id));
        return change(reference, id, by, person -> person.correct(details, standing, agreed), person -> {
            Map<String, Object> is = facts(person);
            Map<String, Object> before = new LinkedHashMap<>(was);
            before.entrySet().removeIf(fact -> fact.getValue().equals(is.get(fact.getKey())));
            Map<String, Object> after = new LinkedHashMap<>(is);
            after.keySet().retainAll(before.keySet());
            if (before.isEmpty()) {
                return false;
            }
            acts.append(Act.of(reference, by, "CORRECTED_PERSON", cases.part(person).words() + " put right: " + person.fullName())
                    .because(ground)
                    .with(Map.of("before", before, "after", after)));
            return true;
        });
    }

    /**
     * Puts the address of a person right.
     *
     * @param email null where it stays
     * @param postalAddress empty where it stays
     */
    public void correctAddress(String reference, long id, String email, List<String> postalAddress, String ground, String by) {
        Map<String, Object> before = addressOf(get(reference, id));
        change(reference, id, by, person -> person.reachAt(email, postalAddress), person -> {
            acts.append(Act.of(reference, by, "CORRECTED_ADDRESS", "Address put right: " + person.fullName())
                    .because(ground)
                    .with(Map.of("before", before, "after", addressOf(person))));
            return true;
        });
    }

    private static Map<String, Object> addressOf(Party person) {
        Map<String, Object> address = facts(person);
        address.keySet().retainAll(List.of("email", "postalAddress", "preferredContact"));
        return address;
    }

    /**
     * Puts on the file who acts for somebody. Letters for that person go to them from now on.
     *
     * @throws IllegalArgumentException where such cases know nobody who acts for another
     */
    public Party represent(String reference, long id, Capacity capacity, PersonDetails details, String by) {
        Party represented = get(reference, id);
        PartyRole acting = kinds.ofReference(reference).acting()
                .map(part -> new PartyRole(part.code()))
                .orElseThrow(() -> new IllegalArgumentException("In such a case nobody acts for another."));
        List<Party> before = copies(reference);
        Party representative =
                rows.saveAndFlush(Party.actingFor(represented, acting, capacity, details));
        acts.append(Act.of(
                reference,
                by,
                "ADDED_REPRESENTATIVE",
                details.fullName() + " acts for " + represented.fullName() + " as " + capacity.words().toLowerCase(Locale.UK)));
        tell(reference, before, by);
        return representative;
    }

    /**
     * Takes somebody off the file who is on it by mistake, for example twice, or who acts for nobody any more.
     *
     * @throws IllegalArgumentException for whoever lists call the case by
     */
    public void takeOff(String reference, long id, String ground, String by) {
        Party person = get(reference, id);
        Kind.Party part = cases.part(person);
        if (part.head()) {
            throw new IllegalArgumentException(
                    "A case has one " + part.words().toLowerCase(Locale.UK) + ". Put their details right instead.");
        }
        Map<String, Object> was = facts(person);
        change(reference, id, by, Party::takeOff, gone -> {
            acts.append(Act.of(reference, by, "TOOK_OFF_PERSON", cases.part(gone).words() + " taken off the file: " + gone.fullName())
                    .because(ground)
                    .with(Map.of("before", was)));
            return true;
        });
    }

    /** Holds the determination back from somebody whom telling it might prejudice an investigation. */
    public void holdBack(String reference, long id, String ground, String by) {
        change(reference, id, by, person -> person.holdBack(ground), person -> {
            acts.append(Act.of(reference, by, "HELD_BACK", "Determination held back from: " + person.fullName()).because(ground));
            return true;
        });
    }

    /** Ends the holding back. */
    public void release(String reference, long id, String ground, String by) {
        change(reference, id, by, Party::release, person -> {
            acts.append(Act.of(reference, by, "RELEASED", "Determination no longer held back from: " + person.fullName())
                    .because(ground));
            return true;
        });
    }

    private boolean change(
            String reference, long id, String by, Consumer<Party> change, java.util.function.Predicate<Party> record) {
        Party person = get(reference, id);
        List<Party> before = copies(reference);
        change.accept(person);
        Party saved = rows.saveAndFlush(person);
        boolean changed = record.test(saved);
        if (changed) {
            tell(reference, before, by);
        }
        return changed;
    }

    private void tell(String reference, List<Party> before, String by) {
        events.publishEvent(new PeopleCorrected(reference, before, cases.parties(reference), by));
        events.publishEvent(new CasePeopleChanged(reference));
    }

    private List<Party> copies(String reference) {
        return cases.parties(reference).stream().map(Party::copy).toList();
    }

    private static Map<String, Object> facts(Party person) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fullName", person.fullName());
        facts.put("email", orEmpty(person.email()));
        facts.put("phone", orEmpty(person.phone()));
        facts.put("postalAddress", person.postalAddress());
        facts.put("preferredContact", orEmpty(person.preferredContact()));
        facts.put("adjustments", orEmpty(person.adjustments()));
        facts.put("standing", person.standing().name());
        facts.put("largePrint", person.agreed().largePrint());
        facts.put("paperColour", orEmpty(person.agreed().paperColour()));
        facts.put("otherForm", orEmpty(person.agreed().otherForm()));
        facts.put("formNote", orEmpty(person.agreed().formNote()));
        return facts;
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
