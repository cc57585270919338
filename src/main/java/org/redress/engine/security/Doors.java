package org.redress.engine.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may come through which door, as {@code src/main/resources/security/doors.csv} says. What no line allows is
 * refused.
 */
@Component
class Doors {

    static final String EVERYONE = "everyone";
    static final String SIGNED_IN = "signed-in";

    private static final Pattern ENGINE_REST = Pattern.compile("/engine-rest(/engine/[^/]+(?=/))?(/.*|$)");
    private static final Pattern ENGINE_WEB = Pattern.compile("/camunda/api/engine/engine/[^/]+(/.*)");

    private final List<Line> lines;

    Doors() {
        lines = read();
    }

    /**
     * Whether somebody may come through.
     *
     * @param path the path as it was sent, below the context path
     * @param groups the person's groups; null where nobody is signed in
     */
    boolean open(String method, String path, Set<String> groups) {
        Knock knock = Knock.at(path);
        String asked = "HEAD".equals(method) ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(knock.path());
        return lines.stream().anyMatch(line -> knock.door().isMeantBy(line.door())
                && line.methods().contains(asked)
                && line.path().matches(parsed)
                && line.lets(groups));
    }

    /** The table, for the test that walks it. */
    List<Line> lines() {
        return lines;
    }

    /** One line of the table. */
    record Line(String door, Set<String> methods, PathPattern path, Set<String> who) {

        boolean lets(Set<String> groups) {
            return who.contains(EVERYONE)
                    || groups != null && (who.contains(SIGNED_IN) || groups.stream().anyMatch(who::contains));
        }
    }

    /** Which door a path leads to, and the path as that door's lines write it. */
    private record Knock(Door door, String path) {

        static Knock at(String path) {
            Matcher rest = ENGINE_REST.matcher(path);
            if (rest.matches()) {
                return new Knock(Door.ENGINE_REST, rest.group(2));
            }
            Matcher web = ENGINE_WEB.matcher(path);
            if (web.matches()) {
                return new Knock(Door.ENGINE_WEB, web.group(1));
            }
            boolean webApps = path.equals("/camunda") || path.startsWith("/camunda/");
            return new Knock(webApps ? Door.WEB : Door.OWN, path);
        }
    }

    private static List<Line> read() {
        Map<String, String> aliases = new HashMap<>();
        List<Line> read = new ArrayList<>();
        for (String[] line : Lines.of("doors.csv")) {
            if (line[0].equals("alias")) {
                aliases.put(line[1], line[2]);
            } else if (!line[0].equals("door")) {
                read.add(line(line, aliases));
            }
        }
        return List.copyOf(read);
    }

    private static Line line(String[] line, Map<String, String> aliases) {
        if (line.length != 4 || Arrays.stream(Door.values()).noneMatch(door -> door.isMeantBy(line[0]))) {
            throw new IllegalStateException("doors.csv: not a line of door, methods, path, who: " + String.join(",", line));
        }
        Set<String> who = new TreeSet<>();
        for (String word : line[3].split(" ")) {
            who.addAll(List.of(aliases.getOrDefault(word, word).split(" ")));
        }
        return new Line(line[0], Set.of(line[1].split(" ")), PathPatternParser.defaultInstance.parse(line[2]), who);
    }
}
