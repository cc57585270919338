package org.redress.engine.security;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;

/**
 * One line of {@code engine-rights.csv}.
 *
 * @param group the group that has the right
 * @param resource the kind of thing
 * @param which the one thing, or {@code *} for all of its kind
 * @param permissions what may be done with it
 */
record EngineRight(String group, Resources resource, String which, List<Permission> permissions) {

    static List<EngineRight> all() {
        return Lines.of("engine-rights.csv").stream()
                .filter(line -> !line[0].equals("group"))
                .map(EngineRight::read)
                .toList();
    }

    private static EngineRight read(String[] line) {
        if (line.length != 4) {
            throw new IllegalStateException("engine-rights.csv: four columns are needed in " + String.join(",", line));
        }
        Resources resource = Resources.valueOf(line[1]);
        List<Permission> permissions = Arrays.stream(line[3].split(" "))
                .map(name -> permission(name, resource))
                .toList();
        return new EngineRight(line[0], resource, line[2], permissions);
    }

    private static Permission permission(String name, Resources resource) {
        Permission permission = ResourceTypeUtil.getPermissionByNameAndResourceType(name, resource.resourceType());
        if (permission == null) {
            throw new IllegalStateException("engine-rights.csv: " + resource + " knows no permission " + name);
        }
        return permission;
    }
}
