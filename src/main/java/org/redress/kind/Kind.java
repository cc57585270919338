package org.redress.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of case, as its file declares it. {@code docs/procedure.schema.json} says what a file may hold.
 *
 * @param code two letters with which its references begin, for example {@code RV}
 * @param name what staff call it
 * @param begins what such a case begins with, for example {@code Application}
 * @param process the procedure that a new case starts
 * @param paths where a case can be sent and how it can end, in the order in which they are shown
 * @param clocks in the order in which they are shown
 * @param letters what is written to people
 * @param purposes which letters are drafted, approved and sent as one
 * @param parties what a person can be to the case
 * @param groups who works such cases
 * @param facts what can be known about such a case, in the order in which pages show it
 * @param variables the only process variables that its diagrams, forms and tables may use
 * @param statutorySteps ids of user tasks that no path to an end may avoid
 */
public record Kind(
        @JsonProperty("kind") String code,
        String name,
        String begins,
        String process,
        List<Path> paths,
        List<DeclaredClock> clocks,
        List<DeclaredLetter> letters,
        Map<String, List<String>> purposes,
        List<Party> parties,
        List<Group> groups,
        List<Fact> facts,
        List<Variable> variables,
        List<String> statutorySteps) {

    public Kind {
        begins = begins == null ? "Case" : begins;
        paths = kept(paths);
        clocks = kept(clocks);
        letters = kept(letters);
        purposes = purposes == null ? Map.of() : new LinkedHashMap<>(purposes);
        parties = kept(parties);
        groups = kept(groups);
        facts = kept(facts);
        variables = kept(variables);
        statutorySteps = kept(statutorySteps);
    }

    /** The path of this code, if the kind has it. */
    public Optional<Path> path(String wanted) {
        return paths.stream().filter(path -> path.code().equals(wanted)).findFirst();
    }

    /** What staff call a path; its code where the kind declares it no longer. */
    public String pathWords(String wanted) {
        return path(wanted).map(Path::words).orElse(wanted);
    }

    /** What staff call a part in the case; its code where the kind declares it no longer. */
    public String partyWords(String wanted) {
        return party(wanted).map(Party::words).orElse(wanted);
    }

    public Optional<Fact> fact(String wanted) {
        return facts.stream().filter(fact -> fact.name().equals(wanted)).findFirst();
    }

    public Optional<Party> party(String wanted) {
        return parties.stream().filter(party -> party.code().equals(wanted)).findFirst();
    }

    /** The part of whoever the case is called by in lists; empty where the kind knows none. */
    public Optional<Party> head() {
        return parties.stream().filter(Party::head).findFirst();
    }

    /** The part of whoever acts for somebody else on the file; empty where the kind knows none. */
    public Optional<Party> acting() {
        return parties.stream().filter(Party::acts).findFirst();
    }

    /** The ids of the groups that work such cases. */
    public Set<String> groupIds() {
        return groups.stream().map(Group::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ids of the groups that have this part in the work. */
    public List<String> groups(Part part) {
        return groups.stream().filter(group -> group.part() == part).map(Group::id).toList();
    }

    /** The clock that counts backwards from when the case began, if the kind has one. */
    public Optional<DeclaredClock> backwardsClock() {
        return clocks.stream().filter(DeclaredClock::backwards).findFirst();
    }

    private static <T> List<T> kept(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * Where a case can be sent, or how it ends.
     *
     * @param code for example {@code REVIEW_UPHELD}
     * @param words as staff say it
     * @param keptFor how long the file is kept after this end; null where it is no end
     */
    public record Path(String code, String words, Retention keptFor) {}

    /**
     * How long a file is kept.
     *
     * @param years from the day of closing, at least 1
     * @param provision what the number rests on
     * @param confirmed false where nobody has read it in the source yet
     * @param note what to know before relying on it
     */
    public record Retention(int years, String provision, boolean confirmed, String note) {}

    /**
     * What a person can be to a case.
     *
     * @param provision the rule that gives the person a part, or null
     * @param head whether lists call the case by this person; a case has one of them at most
     * @param brought whether the person brought the case, so that what it says is theirs
     * @param further whether staff may add such a person while the case runs
     * @param acts whether the person acts for somebody else on the file
     * @param help what staff must know before they add one, or null
     */
    public record Party(String code, String words, String provision, boolean head, boolean brought, boolean further, boolean acts, String help) {}

    /**
     * Who works such cases.
     *
     * @param id as diagrams and permissions name the group
     * @param name in full
     * @param one what one of its members is called
     * @param part what they are there for
     */
    public record Group(String id, String name, String one, Part part) {}

    /** What a group is there for, whatever the procedure. */
    public enum Part {
        /** Has a case in hand from start to end. */
        @JsonProperty("caseworker")
        CASEWORKER,
        /** Checks what a caseworker did. */
        @JsonProperty("officer")
        OFFICER,
        /** Answers for the work, and says who sees a restricted case. */
        @JsonProperty("manager")
        MANAGER;

        /** As the declaration and {@code permissions.csv} write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that can be known about a case.
     *
     * @param type {@code flag}, {@code date} or {@code code}
     * @param words as pages say it
     * @param question as a form asks it, or null
     * @param help what to know before answering, or null
     * @param provision the rule of law or the practice that it is asked for, or null
     * @param codes where it is a code, every code there is in words
     */
    public record Fact(
            String name, String type, String words, String question, String help, String provision, Map<String, String> codes) {

        public Fact {
            codes = codes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }

        /** A value of it as pages say it; days are left as they are. */
        public Object shown(Object value) {
            return codes.containsKey(String.valueOf(value)) ? codes.get(String.valueOf(value)) : value;
        }
    }

    /**
     * A process variable: a code, a flag, a number, a date or a list of codes, never a name and never prose.
     *
     * @param type {@code code}, {@code flag}, {@code number}, {@code date} or {@code list}
     * @param setBy where its value comes from, in staff's words
     */
    public record Variable(String name, String type, String meaning, String setBy) {}
}
