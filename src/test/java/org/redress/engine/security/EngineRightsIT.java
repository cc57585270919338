package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Test;
import org.redress.people.Groups;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine itself lets each role do, whatever stands in front of it. */
@RedressTest
class EngineRightsIT {

    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl settings;
    private final EngineRightsAtStart atStart;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Groups groups;

    @LocalServerPort
    private int port;

    @Autowired
    EngineRightsIT(
            AuthorizationService authorizations,
            ProcessEngine engine,
            EngineRightsAtStart atStart,
            Groups groups) {
        this.authorizations = authorizations;
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.atStart = atStart;
        this.groups = groups;
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.identity = engine.getIdentityService();
    }

    @Test
    void the_engine_is_set_up_to_ask_for_rights() {
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(settings.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.getAuthorizationCheckRevokes()).as("what is taken away counts").isEqualTo("always");
    }

    @Test
    void nobody_is_an_administrator_who_may_do_everything() {
        assertThat(settings.getAdminGroups()).isEmpty();
        assertThat(settings.getAdminUsers()).isEmpty();
    }

    @Test
    void each_group_has_exactly_the_rights_of_the_table() {
        Set<String> wanted = EngineRight.all(groups).stream()
                .map(right -> right.group() + " " + right.resource() + " " + right.which() + " " + bits(right.permissions()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(standing()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void a_right_that_the_table_does_not_name_is_withdrawn_at_the_next_start() {
        Authorization stray = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        stray.setGroupId("camunda-admin");
        stray.setResource(Resources.PROCESS_INSTANCE);
        stray.setResourceId(Authorization.ANY);
        stray.addPermission(Permissions.READ);
        authorizations.saveAuthorization(stray);
        Set<String> before = standing();

        atStart.setUp();

        assertThat(before).anyMatch(right -> right.startsWith("camunda-admin PROCESS_INSTANCE"));
        assertThat(standing()).noneMatch(right -> right.startsWith("camunda-admin PROCESS_INSTANCE"));
    }

    @Test
    void administrators_and_owners_see_no_task_instance_or_variable_even_inside_the_engine() {
        DoorCheckProcess.deployed(repository, runtime, tasks).taskFor("caseworkers");
        for (List<String> person : List.of(
                List.of("admin", "camunda-admin"),
                List.of("owner", "process-owners"),
                List.of("intake", "intake-clients"),
                List.of("private-office", "private-office"))) {
            identity.setAuthentication(person.get(0), List.of(person.get(1)));
            try {
                assertThat(tasks.createTaskQuery().count()).as("tasks of %s", person).isZero();
                assertThat(runtime.createProcessInstanceQuery().count()).as("instances of %s", person).isZero();
                assertThat(runtime.createVariableInstanceQuery().count()).as("variables of %s", person).isZero();
                assertThat(settings.getHistoryService().createHistoricProcessInstanceQuery().count()).isZero();
                assertThat(settings.getHistoryService().createHistoricTaskInstanceQuery().count()).isZero();
                assertThat(settings.getHistoryService().createHistoricVariableInstanceQuery().count()).isZero();
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    @Test
    void an_owner_evaluates_a_decision_and_deploys_but_deletes_no_deployment() {
        DoorCheckProcess.deployed(repository, runtime, tasks);
        Caller owner = Caller.as("owner", port);

        assertThat(owner.post("/engine-rest/decision-definition/key/DoorCheckTable/evaluate",
                                "{\"variables\":{\"key\":{\"value\":true,\"type\":\"Boolean\"}}}")
                        .body())
                .contains("\"open\"").contains("YES");
        assertThat(owner.get("/engine-rest/deployment").statusCode()).isEqualTo(200);
        String deployment = repository.createDeploymentQuery().deploymentName("door check").list().get(0).getId();
        assertThat(owner.call("DELETE", "/engine-rest/deployment/" + deployment + "?cascade=true", null).statusCode())
                .isEqualTo(403);
        for (String other : List.of("caseworker1", "officer1", "manager", "admin", "private-office", "intake")) {
            assertThat(Caller.as(other, port)
                            .post("/engine-rest/decision-definition/key/DoorCheckTable/evaluate", "{\"variables\":{}}")
                            .statusCode())
                    .as("evaluating as %s", other)
                    .isEqualTo(403);
            assertThat(Caller.as(other, port).post("/engine-rest/deployment/create", "{}").statusCode())
                    .as("deploying as %s", other)
                    .isEqualTo(403);
        }
    }

    @Test
    void an_owner_may_ask_every_table_of_every_procedure() {
        Caller owner = Caller.as("owner", port);
        String atStart = repository.createDeploymentQuery().deploymentName("redress").orderByDeploymentTime().desc().list().get(0).getId();
        List<String> tables = repository.createDecisionDefinitionQuery().deploymentId(atStart).list().stream()
                .map(DecisionDefinition::getKey)
                .toList();

        assertThat(tables).contains(
                "AppropriateAuthority", "Recording", "Referral", "ForfeitureGateway", "CorrespondenceTriage", "Timeliness", "Attention");
        assertThat(tables).allSatisfy(table -> assertThat(owner
                        .post("/engine-rest/decision-definition/key/" + table + "/evaluate", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(200));
    }

    @Test
    void an_administrator_makes_accounts_and_members_but_never_a_member_of_themselves() {
        Caller admin = Caller.as("admin", port);

        assertThat(admin.post("/engine-rest/user/create", "{\"profile\":{\"id\":\"new-colleague\",\"firstName\":\"New\","
                                + "\"lastName\":\"Colleague\"},\"credentials\":{\"password\":\"a-long-password\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.call("PUT", "/engine-rest/group/caseworkers/members/new-colleague", null).statusCode()).isEqualTo(204);
        assertThat(Caller.as("new-colleague", "a-long-password", port).get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(admin.call("PUT", "/engine-rest/group/reviews-managers/members/admin", null).statusCode()).isEqualTo(403);
        assertThat(admin.post("/engine-rest/authorization/create", "{\"type\":1,\"permissions\":[\"READ\"],"
                                + "\"groupId\":\"camunda-admin\",\"resourceType\":8,\"resourceId\":\"*\"}")
                        .statusCode())
                .isEqualTo(403);
        identity.deleteUser("new-colleague");
    }

    @Test
    void nobody_but_an_administrator_reads_who_may_do_what_or_the_accounts() {
        for (String other : List.of("caseworker1", "officer1", "manager", "owner", "private-office", "intake")) {
            for (String path : List.of("/authorization", "/authorization/count", "/user", "/group", "/identity/groups?userId=admin")) {
                assertThat(Caller.as(other, port).get("/engine-rest" + path).statusCode()).as(other + " " + path).isEqualTo(403);
            }
        }
        assertThat(Caller.as("admin", port).get("/engine-rest/authorization?resourceType=0").statusCode()).isEqualTo(200);
    }

    private Set<String> standing() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(right -> right.getGroupId() != null)
                .filter(right -> Authorization.ANY.equals(right.getResourceId())
                        || right.getResourceType() != Resources.TASK.resourceType()
                                && right.getResourceType() != Resources.PROCESS_INSTANCE.resourceType()
                                && right.getResourceType() != Resources.HISTORIC_PROCESS_INSTANCE.resourceType()
                                && right.getResourceType() != Resources.FILTER.resourceType()
                                && right.getResourceType() != Resources.GROUP.resourceType())
                .map(right -> right.getGroupId() + " " + resource(right) + " " + right.getResourceId() + " "
                        + ((org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity) right).getPermissions())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Resources resource(Authorization right) {
        return Arrays.stream(Resources.values())
                .filter(resource -> resource.resourceType() == right.getResourceType())
                .findFirst()
                .orElseThrow();
    }

    private static int bits(List<Permission> permissions) {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
    }
}
