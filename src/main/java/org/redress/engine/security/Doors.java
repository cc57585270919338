package org.redress.engine.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.people.Permission;
import org.redress.people.Permissions;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which action opens which door, as {@code src/main/resources/security/doors.csv} says; who may do the action says
 * {@link Permissions}. What no line allows is refused.
 */
@Component
class Doors {

    static final String EVERYONE = "everyone";

    private static final Pattern ENGINE_REST = Pattern.compile("/engine-rest(/engine/[^/]+(?=/))?(/.*|$)");
    private static final Pattern ENGINE_WEB = Pattern.compile("/camunda/api/engine/engine/[^/]+(/.*)");

    private final List<Line> lines;

    Doors(Permissions permissions) {
        lines = Lines.of("doors.csv").stream()
                .filter(line -> !line[0].equals("door"))
                .map(line -> line(line, permissions))
                .toList();
    }

    /**
     * Whether somebody may come through.
     *
     * @param path the path as it was sent, below the context path
     * @param groups the person's groups; null where nobody is signed in
     */
    boolean open(String method, String path, Set<String> groups) {
        return matching(method, path).anyMatch(line -> line.lets(groups));
    }

    /**
     * What somebody would do who came through, as far as they may.
     *
     * @param groups the person's groups
     */
    List<Permission> actions(String method, String path, Set<String> groups) {
        return matching(method, path)
                .flatMap(line -> line.actions().stream())
                .filter(action -> action.isFor(groups))
                .distinct()
                .toList();
    }

    private Stream<Line> matching(String method, String path) {
        Knock knock = Knock.at(path);
        String asked = "HEAD".equals(method) ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(knock.path());
        return lines.stream().filter(line -> knock.door().isMeantBy(line.door())
                && line.methods().contains(asked)
                && line.path().matches(parsed));
    }

    /** The table, for the test that walks it. */
    List<Line> lines() {
        return lines;
    }

    /**
     * One line of the table.
     *
     * @param everyone whether it is open also to those who are not signed in
     */
    record Line(String door, Set<String> methods, PathPattern path, boolean everyone, List<Permission> actions) {

        boolean lets(Set<String> groups) {
            return everyone || groups != null && actions.stream().anyMatch(action -> action.isFor(groups));
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

    private static Line line(String[] line, Permissions permissions) {
        if (line.length != 4 || Arrays.stream(Door.values()).noneMatch(door -> door.isMeantBy(line[0]))) {
            throw new IllegalStateException("doors.csv: not a line of door, methods, path, action: " + String.join(",", line));
        }
        boolean everyone = line[3].equals(EVERYONE);
        List<Permission> actions =
                everyone ? List.of() : Arrays.stream(line[3].split(" ")).map(permissions::of).toList();
        return new Line(
                line[0], Set.of(line[1].split(" ")), PathPatternParser.defaultInstance.parse(line[2]), everyone, actions);
    }
}
