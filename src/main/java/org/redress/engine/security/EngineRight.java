package org.redress.engine.security;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.redress.people.Groups;

/**
 * One line of {@code engine-rights.csv}.
 *
 * @param group the group that has the right
 * @param resource the kind of thing
 * @param which the one thing, or {@code *} for all of its kind
 * @param permissions what may be done with it
 */
record EngineRight(String group, Resources resource, String which, List<Permission> permissions) {

    /** Every right of every group: a line for a part counts for each group that some kind of case declares for it. */
    static List<EngineRight> all(Groups groups) {
        return Lines.of("engine-rights.csv").stream()
                .filter(line -> !line[0].equals("group"))
                .flatMap(line -> groups.named(line[0]).stream().map(group -> read(group, line)))
                .toList();
    }

    private static EngineRight read(String group, String[] line) {
        if (line.length != 4) {
            throw new IllegalStateException("engine-rights.csv: four columns are needed in " + String.join(",", line));
        }
        Resources resource = Resources.valueOf(line[1]);
        List<Permission> permissions = Arrays.stream(line[3].split(" "))
                .map(name -> permission(name, resource))
                .toList();
        return new EngineRight(group, resource, line[2], permissions);
    }

    private static Permission permission(String name, Resources resource) {
        Permission permission = ResourceTypeUtil.getPermissionByNameAndResourceType(name, resource.resourceType());
        if (permission == null) {
            throw new IllegalStateException("engine-rights.csv: " + resource + " knows no permission " + name);
        }
        return permission;
    }
}
