package org.redress.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of case, as its file declares it. {@code docs/procedure.schema.json} says what a file may hold.
 *
 * @param code two letters with which its references begin, for example {@code RV}
 * @param name what staff call it
 * @param process the procedure that a new case starts
 * @param paths where a case can be sent and how it can end, in the order in which they are shown
 * @param clocks in the order in which they are shown
 * @param letters what is written to people
 * @param purposes which letters are drafted, approved and sent as one
 * @param parties what a person can be to the case
 * @param groups who works such cases
 * @param variables the only process variables that its diagrams, forms and tables may use
 * @param statutorySteps ids of user tasks that no path to an end may avoid
 */
public record Kind(
        @JsonProperty("kind") String code,
        String name,
        String process,
        List<Path> paths,
        List<DeclaredClock> clocks,
        List<DeclaredLetter> letters,
        Map<String, List<String>> purposes,
        List<Party> parties,
        List<String> groups,
        List<Variable> variables,
        List<String> statutorySteps) {

    public Kind {
        paths = kept(paths);
        clocks = kept(clocks);
        letters = kept(letters);
        purposes = purposes == null ? Map.of() : new LinkedHashMap<>(purposes);
        parties = kept(parties);
        groups = kept(groups);
        variables = kept(variables);
        statutorySteps = kept(statutorySteps);
    }

    /** The path of this code, if the kind has it. */
    public Optional<Path> path(String wanted) {
        return paths.stream().filter(path -> path.code().equals(wanted)).findFirst();
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
     */
    public record Party(String code, String words, String provision) {}

    /**
     * A process variable: a code, a flag, a number, a date or a list of codes, never a name and never prose.
     *
     * @param type {@code code}, {@code flag}, {@code number}, {@code date} or {@code list}
     * @param setBy where its value comes from, in staff's words
     */
    public record Variable(String name, String type, String meaning, String setBy) {}
}
