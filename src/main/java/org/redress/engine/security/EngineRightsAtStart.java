package org.redress.engine.security;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.redress.engine.accounts.AtStart;
import org.redress.people.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the engine's rights of our groups equal to {@code engine-rights.csv}: what is missing is given, the rest withdrawn. */
@Component
class EngineRightsAtStart implements AtStart {

    private static final Logger log = LoggerFactory.getLogger(EngineRightsAtStart.class);

    private final AuthorizationService authorizations;
    private final Groups groups;

    EngineRightsAtStart(AuthorizationService authorizations, Groups groups) {
        this.authorizations = authorizations;
        this.groups = groups;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void setUp() {
        List<EngineRight> rights = EngineRight.all(this.groups);
        Set<String> ours = rights.stream().map(EngineRight::group).collect(Collectors.toSet());
        ours.addAll(groups.names().keySet());
        for (String group : ours) {
            authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                    .filter(not(EngineRightsAtStart::keptElsewhere))
                    .filter(standing -> rights.stream().noneMatch(right -> sameThing(right, standing)))
                    .forEach(this::withdraw);
        }
        rights.forEach(this::give);
    }

    private void give(EngineRight right) {
        Authorization standing = authorizations.createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(right.group())
                .resourceType(right.resource())
                .resourceId(right.which())
                .singleResult();
        if (standing == null) {
            standing = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            standing.setGroupId(right.group());
            standing.setResource(right.resource());
            standing.setResourceId(right.which());
        }
        Permission[] wanted = right.permissions().toArray(Permission[]::new);
        if (bits((AuthorizationEntity) standing) != bits(wanted)) {
            standing.setPermissions(wanted);
            authorizations.saveAuthorization(standing);
        }
    }

    private void withdraw(Authorization standing) {
        log.warn("Withdrawn, because engine-rights.csv does not name it: what {} may do with {} of resource type {}",
                standing.getGroupId(), standing.getResourceId(), standing.getResourceType());
        authorizations.deleteAuthorization(standing.getId());
    }

    /** Rights on one task or instance come and go with it, those on one filter with the filter; a member may read the own group. */
    private static boolean keptElsewhere(Authorization standing) {
        int type = standing.getResourceType();
        boolean one = !Authorization.ANY.equals(standing.getResourceId());
        return one && (type == Resources.TASK.resourceType()
                || type == Resources.PROCESS_INSTANCE.resourceType()
                || type == Resources.HISTORIC_PROCESS_INSTANCE.resourceType()
                || type == Resources.FILTER.resourceType()
                || type == Resources.GROUP.resourceType() && standing.getResourceId().equals(standing.getGroupId()));
    }

    private static boolean sameThing(EngineRight right, Authorization standing) {
        return standing.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                && right.group().equals(standing.getGroupId())
                && right.resource().resourceType() == standing.getResourceType()
                && right.which().equals(standing.getResourceId());
    }

    private static int bits(Permission... permissions) {
        int bits = 0;
        for (Permission permission : permissions) {
            bits |= permission.getValue();
        }
        return bits;
    }

    private static int bits(AuthorizationEntity standing) {
        return standing.getPermissions();
    }
}
