package org.redress.kind;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every kind of case there is, read once from {@code processes/<procedure>/<procedure>.yml}. Names of clocks and codes of
 * letters have one meaning in the whole house, because diagrams and files name them without their kind.
 */
public final class Kinds {

    private static final String FILES = "classpath*:processes/*/*.yml";

    private final Map<String, Kind> byCode;
    private final Map<String, DeclaredClock> clocks;
    private final Map<String, DeclaredLetter> letters;

    /** @throws KindRefused where two kinds say the same word */
    public Kinds(Collection<Kind> kinds) {
        byCode = once(kinds, "kind", Kind::code);
        clocks = once(kinds.stream().flatMap(kind -> kind.clocks().stream()).toList(), "clock", DeclaredClock::name);
        letters = once(kinds.stream().flatMap(kind -> kind.letters().stream()).toList(), "letter", DeclaredLetter::code);
    }

    /**
     * The kinds that come with the house.
     *
     * @throws KindRefused where a file cannot be used
     */
    public static Kinds ofTheHouse() {
        List<Kind> kinds = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (InputStream content = file.getInputStream()) {
                    kinds.add(KindFile.read(String.valueOf(file.getFilename()), content));
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("The files of the procedures cannot be read", unreadable);
        }
        return new Kinds(kinds);
    }

    public Collection<Kind> all() {
        return byCode.values();
    }

    /** @throws IllegalArgumentException where there is no such kind */
    public Kind of(String code) {
        return Optional.ofNullable(byCode.get(code))
                .orElseThrow(() -> new IllegalArgumentException("No procedure is declared for the kind " + code));
    }

    /** The kind of a case by its reference, for example {@code XX/2026/000042K}. */
    public Kind ofReference(String reference) {
        return of(prefix(reference));
    }

    /** The kind of a case by its reference; empty for none, and for the reference of no kind that is declared. */
    public Optional<Kind> find(String reference) {
        return Optional.ofNullable(reference).map(Kinds::prefix).map(byCode::get);
    }

    private static String prefix(String reference) {
        return reference.substring(0, Math.min(2, reference.length()));
    }

    /** Every clock in the order in which the kinds declare them. */
    public List<DeclaredClock> clocks() {
        return List.copyOf(clocks.values());
    }

    public Optional<DeclaredClock> clock(String name) {
        return Optional.ofNullable(clocks.get(name));
    }

    public List<DeclaredLetter> letters() {
        return List.copyOf(letters.values());
    }

    public Optional<DeclaredLetter> letter(String code) {
        return Optional.ofNullable(letters.get(code));
    }

    /** The ids of every group that works cases of some kind. */
    public Set<String> groups() {
        Set<String> groups = new HashSet<>();
        byCode.values().forEach(kind -> groups.addAll(kind.groupIds()));
        return groups;
    }

    /** The ids of the groups that have this part in the work on cases of some kind. */
    public Set<String> groups(Kind.Part part) {
        Set<String> groups = new HashSet<>();
        byCode.values().forEach(kind -> groups.addAll(kind.groups(part)));
        return groups;
    }

    /** The codes of the kinds that somebody of these groups works on, or of all for somebody who works on none. */
    public Set<String> openTo(Set<String> groups) {
        Set<String> codes = new HashSet<>();
        byCode.values().stream().filter(kind -> kind.groupIds().stream().anyMatch(groups::contains)).forEach(kind -> codes.add(kind.code()));
        return codes.isEmpty() ? Set.copyOf(byCode.keySet()) : codes;
    }

    private static <T> Map<String, T> once(Collection<T> words, String what, Function<T, String> name) {
        Map<String, T> known = new LinkedHashMap<>();
        for (T word : words) {
            if (known.put(name.apply(word), word) != null) {
                throw new KindRefused("The procedures", List.of("the " + what + " " + name.apply(word) + " is declared twice"));
            }
        }
        return known;
    }
}
