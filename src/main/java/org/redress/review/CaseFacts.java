package org.redress.review;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.step.RoutingFacts;

/**
 * The facts that decide who must review and whether in time, by the names that the decision tables use. Null means that
 * nobody has said.
 *
 * @param informationProvidedOn the London day on which the force told the applicant of the right to a review (reg 29(2))
 */
public record CaseFacts(
        LocalDate complaintMadeOn,
        Boolean relatesToOpenOldMatter,
        Boolean reopenedUnder13B,
        Boolean isComplaint,
        Boolean recorded,
        Investigation investigation,
        Boolean earlyReport,
        Boolean finalOutcomeGiven,
        Boolean lpbIsAppropriateAuthority,
        Boolean seniorOfficer,
        Boolean disciplineOrCrimeRuledOut,
        Boolean article2Or3RuledOut,
        Boolean referredToIopc,
        Boolean mustBeReferred,
        Boolean treatedAsReferred,
        Boolean sameIncidentAsIopcComplaint,
        Boolean anyPartForIopc,
        Boolean ownForce,
        Boolean clockStarted,
        LocalDate informationProvidedOn,
        SpecialCircumstances specialCircumstances,
        Boolean applicantIsComplainant,
        Boolean consentHeld,
        Boolean contentsComplete,
        Boolean contentsWaived,
        Boolean withdrawn,
        Boolean alreadyReviewed) {

    /** Whether the IOPC has had the complaint before it, referred by the force or called in. */
    boolean wasReferred() {
        return Boolean.TRUE.equals(referredToIopc) || Boolean.TRUE.equals(treatedAsReferred);
    }

    /** Nobody has said anything yet. */
    public static CaseFacts unknown() {
        return from(Map.of());
    }

    /** Whether a fact of a case is called so. */
    static boolean isFact(String name) {
        return Stream.of(CaseFacts.class.getRecordComponents()).anyMatch(component -> component.getName().equals(name));
    }

    /** The facts by name; names that are no facts of a case are passed over, missing ones stay unknown. */
    public static CaseFacts from(Map<String, Object> values) {
        Object[] arguments = Stream.of(CaseFacts.class.getRecordComponents())
                .map(component -> values.get(component.getName()))
                .toArray();
        try {
            return (CaseFacts) CaseFacts.class.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The facts of a case cannot be put together", e);
        }
    }

    /** These facts, with what is said in the newer ones taking the place of the older. */
    public CaseFacts updatedBy(CaseFacts newer) {
        Map<String, Object> merged = known();
        merged.putAll(newer.known());
        return from(merged);
    }

    /** What is known, by name. */
    public Map<String, Object> known() {
        Map<String, Object> known = new LinkedHashMap<>();
        for (RecordComponent component : CaseFacts.class.getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(this);
                if (value != null) {
                    known.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The fact " + component.getName() + " cannot be read", e);
            }
        }
        return known;
    }

    /** All facts as a diagram and its tables need them; an unknown flag reads as not established. */
    RoutingFacts routing() {
        RoutingFacts routing = RoutingFacts.none();
        Map<String, Object> known = known();
        for (RecordComponent component : CaseFacts.class.getRecordComponents()) {
            Object value = known.get(component.getName());
            boolean flag = component.getType() == Boolean.class;
            routing = routing.and(component.getName(), value == null && flag ? Boolean.FALSE : value);
        }
        return routing;
    }
}
