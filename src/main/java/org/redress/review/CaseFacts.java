package org.redress.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.step.RoutingFacts;

/**
 * The facts that decide who must review and whether in time, by the names that the decision tables use. Which there are, and of
 * which type, {@code review.yml} declares; what nobody has said is not among them. Java has a method for those alone that it
 * speaks of itself.
 */
public final class CaseFacts {

    private static final Map<String, Kind.Fact> DECLARED = declared();

    private final Map<String, Object> known;

    private CaseFacts(Map<String, Object> known) {
        this.known = Collections.unmodifiableMap(known);
    }

    private static Map<String, Kind.Fact> declared() {
        Map<String, Kind.Fact> declared = new LinkedHashMap<>();
        Kinds.ofTheHouse().of(Applications.KIND).facts().forEach(fact -> declared.put(fact.name(), fact));
        return Collections.unmodifiableMap(declared);
    }

    /** Whether the IOPC has had the complaint before it, referred by the force or called in. */
    boolean wasReferred() {
        return Boolean.TRUE.equals(referredToIopc()) || Boolean.TRUE.equals(treatedAsReferred());
    }

    /** Nobody has said anything yet. */
    public static CaseFacts unknown() {
        return from(Map.of());
    }

    /** What the facts of a review are called, in the order in which pages show them. */
    public static Set<String> names() {
        return DECLARED.keySet();
    }

    /** The facts of a review as they are declared. */
    public static List<Kind.Fact> declarations() {
        return List.copyOf(DECLARED.values());
    }

    /** Whether a fact of a case is called so. */
    static boolean isFact(String name) {
        return DECLARED.containsKey(name);
    }

    /**
     * The facts by name; names that are no facts of a case are passed over, missing ones stay unknown.
     *
     * @throws IllegalArgumentException where a value is none of its fact
     */
    public static CaseFacts from(Map<String, Object> values) {
        Map<String, Object> known = new LinkedHashMap<>();
        DECLARED.forEach((name, fact) -> {
            Object value = value(fact, values.get(name));
            if (value != null) {
                known.put(name, value);
            }
        });
        return new CaseFacts(known);
    }

    /**
     * The facts as they were kept or handed in.
     *
     * @throws IllegalArgumentException where a name or a value is no fact
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CaseFacts read(Map<String, Object> said) {
        said.keySet().stream().filter(name -> !isFact(name)).findFirst().ifPresent(stranger -> {
            throw new IllegalArgumentException("No fact of a review is called " + stranger);
        });
        return from(said);
    }

    private static Object value(Kind.Fact fact, Object said) {
        if (said == null || fact.type().equals("flag") && said instanceof Boolean || fact.type().equals("date") && said instanceof LocalDate) {
            return said;
        }
        if (fact.type().equals("date") && said instanceof String text) {
            return LocalDate.parse(text);
        }
        String code = said instanceof Enum<?> constant ? constant.name() : String.valueOf(said);
        if (fact.codes().containsKey(code)) {
            return code;
        }
        throw new IllegalArgumentException(fact.name() + " cannot be " + said);
    }

    /** These facts, with what is said in the newer ones taking the place of the older. */
    public CaseFacts updatedBy(CaseFacts newer) {
        Map<String, Object> merged = new LinkedHashMap<>(known);
        merged.putAll(newer.known);
        return from(merged);
    }

    /** What is known, by name: a flag, a day, or a code. */
    @JsonValue
    public Map<String, Object> known() {
        return known;
    }

    /** Whether a flag is set; null where nobody has said. */
    public Boolean flag(String name) {
        return (Boolean) known.get(name);
    }

    public LocalDate complaintMadeOn() {
        return (LocalDate) known.get("complaintMadeOn");
    }

    /** The London day on which the force told the applicant of the right to a review (reg 29(2)). */
    public LocalDate informationProvidedOn() {
        return (LocalDate) known.get("informationProvidedOn");
    }

    public Boolean clockStarted() {
        return flag("clockStarted");
    }

    public Boolean referredToIopc() {
        return flag("referredToIopc");
    }

    public Boolean treatedAsReferred() {
        return flag("treatedAsReferred");
    }

    public Investigation investigation() {
        return known.get("investigation") instanceof String code ? Investigation.valueOf(code) : null;
    }

    public SpecialCircumstances specialCircumstances() {
        return known.get("specialCircumstances") instanceof String code ? SpecialCircumstances.valueOf(code) : null;
    }

    /** All facts as a diagram and its tables need them; an unknown flag reads as not established. */
    RoutingFacts routing() {
        RoutingFacts routing = RoutingFacts.none();
        for (Kind.Fact fact : DECLARED.values()) {
            Object value = known.get(fact.name());
            routing = routing.and(fact.name(), value == null && fact.type().equals("flag") ? Boolean.FALSE : value);
        }
        return routing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFacts facts && known.equals(facts.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
