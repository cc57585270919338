package org.redress.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What each role may do, and to a case in which state, as {@code src/main/resources/security/permissions.csv} says. What no
 * line allows is refused.
 */
@Component
public class Permissions {

    private static final String STEP = "step ";

    private final Map<String, Permission> byAction;

    /** Reads the table; a line that cannot be read stops the start. */
    public Permissions(Groups groups) {
        byAction = read(groups);
    }

    /** Every line, in the order of the table. */
    public List<Permission> all() {
        return List.copyOf(byAction.values());
    }

    /** The line of an action, or empty where the table names none. */
    public Optional<Permission> find(String action) {
        return Optional.ofNullable(byAction.get(action));
    }

    /**
     * The line of an action.
     *
     * @throws IllegalArgumentException where the table names none
     */
    public Permission of(String action) {
        return find(action).orElseThrow(
                () -> new IllegalArgumentException("permissions.csv names no action '" + action + "'"));
    }

    /**
     * Who may hold a step.
     *
     * @param stem the stem of the step's name, for example {@code DecideValidity}
     */
    public Optional<Permission> ofStep(String stem) {
        return find(STEP + stem);
    }

    private static Map<String, Permission> read(Groups groups) {
        Set<String> known = groups.names().keySet();
        Map<String, String> aliases = new HashMap<>();
        for (Kind.Part part : Kind.Part.values()) {
            aliases.put(part.word(), String.join(" ", groups.named(part.word())));
        }
        Map<String, Permission> read = new LinkedHashMap<>();
        for (String[] line : lines()) {
            if (line[0].equals("alias")) {
                aliases.put(line[1], Stream.of(line[2].split(" ")).map(word -> aliases.getOrDefault(word, word)).collect(Collectors.joining(" ")));
            } else if (!line[0].equals("action")) {
                Permission permission = permission(line, aliases, known);
                if (read.put(permission.action(), permission) != null) {
                    throw new IllegalStateException("permissions.csv names '" + permission.action() + "' twice");
                }
            }
        }
        return read;
    }

    private static Permission permission(String[] line, Map<String, String> aliases, Set<String> known) {
        if (line.length != 4) {
            throw new IllegalStateException("permissions.csv: not a line of action, who, states, what: " + String.join(",", line));
        }
        Set<String> who = new TreeSet<>();
        for (String word : line[1].split(" ")) {
            Stream.of(aliases.getOrDefault(word, word).split(" ")).filter(group -> !group.isEmpty()).forEach(who::add);
        }
        who.stream().filter(group -> !group.equals(Permission.SIGNED_IN) && !known.contains(group)).findFirst().ifPresent(stray -> {
            throw new IllegalStateException("permissions.csv: nobody is called '" + stray + "'");
        });
        return new Permission(line[0], Set.copyOf(who), Permission.States.of(line[2]), line[3]);
    }

    /** A test of the house may bring further lines for its own doors; the table itself stands in one file. */
    private static List<String[]> lines() {
        try {
            List<String[]> lines = new java.util.ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:security/permissions.csv")) {
                file.getContentAsString(StandardCharsets.UTF_8).lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> lines.add(line.split(",", -1)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The table security/permissions.csv cannot be read", e);
        }
    }
}
