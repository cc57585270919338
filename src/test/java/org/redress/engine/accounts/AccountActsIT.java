package org.redress.engine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.record.ActRecord;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is done to an account or a group, by whichever door, is on the record, and nothing of it names the person. */
@RedressTest
class AccountActsIT {

    private static final String PASSWORD = "kettle spanner otter";
    private static final String ANOTHER = "walnut ferry cobalt";

    @LocalServerPort
    private int port;

    @Autowired
    private ActRecord acts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProviderAccounts providers;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void tidy_up() {
        for (String account : List.of("door1", "provided")) {
            if (identity.createUserQuery().userId(account).count() > 0) {
                identity.deleteUser(account);
            }
        }
        jdbc.update("delete from app.provider_account where account = 'provided'");
        if (identity.createGroupQuery().groupId("night-watch").count() > 0) {
            identity.deleteGroup("night-watch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void what_an_administrator_does_is_an_act_each_by_machine_and_in_admin(String door) {
        doing("MADE_ACCOUNT admin: Account door1 made", door, "POST", "/user/create",
                "{\"profile\":{\"id\":\"door1\",\"firstName\":\"Zelda\",\"lastName\":\"Quimby\"},"
                        + "\"credentials\":{\"password\":\"" + PASSWORD + "\"}}");
        doing("CHANGED_ACCOUNT admin: Account door1 changed: last name, e-mail address", door, "PUT", "/user/door1/profile",
                "{\"id\":\"door1\",\"firstName\":\"Zelda\",\"lastName\":\"Quimby-Xu\",\"email\":\"zelda@example.org\"}");
        doing("RESET_PASSWORD admin: Password of door1 reset by another", door, "PUT", "/user/door1/credentials",
                "{\"password\":\"" + ANOTHER + "\",\"authenticatedUserPassword\":\"admin-demo\"}");
        doing("PUT_IN_GROUP admin: Account door1 put into the group caseworkers", door, "PUT",
                "/group/caseworkers/members/door1", null);
        doing("TOOK_FROM_GROUP admin: Account door1 taken from the group caseworkers", door, "DELETE",
                "/group/caseworkers/members/door1", null);
        doing("MADE_GROUP admin: Group night-watch made", door, "POST", "/group/create",
                "{\"id\":\"night-watch\",\"name\":\"Night watch\",\"type\":\"WORKFLOW\"}");
        doing("CHANGED_GROUP admin: Name of the group night-watch changed", door, "PUT", "/group/night-watch",
                "{\"id\":\"night-watch\",\"name\":\"Late watch\",\"type\":\"WORKFLOW\"}");
        doing("DELETED_GROUP admin: Group night-watch deleted", door, "DELETE", "/group/night-watch", null);
        doing("DELETED_ACCOUNT admin: Account door1 deleted", door, "DELETE", "/user/door1", null);
    }

    @Test
    void whoever_changes_their_own_password_is_told_apart_from_somebody_whose_password_is_reset() {
        make("door1");
        identity.createMembership("door1", "caseworkers");
        Visitor own = new Visitor(port);
        own.signIn("door1", PASSWORD, "/");
        long before = acts.head().number();

        own.form("/password", Map.of("oldPassword", PASSWORD, "newPassword", ANOTHER, "_csrf",
                Visitor.token(own.get("/password").body())));

        assertThat(since(before)).containsExactly("CHANGED_PASSWORD door1: Own password changed");
    }

    @Test
    void what_the_provider_says_of_somebody_is_an_act_of_the_house_and_coming_again_unchanged_is_none() {
        long before = acts.head().number();
        providers.arrive(person("Zelda", Set.of("caseworkers")));
        assertThat(since(before)).contains(
                "MADE_ACCOUNT redress: Account provided made",
                "PUT_IN_GROUP redress: Account provided put into the group caseworkers");

        before = acts.head().number();
        providers.arrive(person("Zelda", Set.of("caseworkers")));
        assertThat(since(before)).isEmpty();

        providers.arrive(person("Yolanda", Set.of()));
        assertThat(since(before)).contains(
                "CHANGED_ACCOUNT redress: Account provided changed: first name",
                "TOOK_FROM_GROUP redress: Account provided taken from the group caseworkers");
    }

    @Test
    void the_accounts_and_groups_of_the_first_start_are_on_record() {
        assertThat(since(0)).contains(
                "MADE_GROUP redress: Group caseworkers made",
                "MADE_ACCOUNT redress: Account manager made",
                "PUT_IN_GROUP redress: Account manager put into the group reviews-managers");
    }

    @Test
    void a_refused_change_is_no_act_of_the_account() {
        make("door1");
        long before = acts.head().number();

        assertThat(Caller.as("caseworker1", port).call("DELETE", "/engine-rest/user/door1", null).statusCode()).isEqualTo(403);

        assertThat(since(before)).noneMatch(act -> act.contains("door1 deleted"));
    }

    /** Does something at a door and sees the one act of it, with no word about the person and nothing of the password. */
    private void doing(String act, String door, String method, String path, String body) {
        long before = acts.head().number();
        HttpResponse<String> answer = door.startsWith("/camunda") ? inAdmin(method, door + path, body)
                : Caller.as("admin", port).call(method, door + path, body);
        assertThat(answer.statusCode()).as(act + " " + answer.body()).isEqualTo(204);
        assertThat(since(before)).as(door + path).contains(act);
        assertThat(jdbc.queryForList("select summary || details from app.act where number > ?", String.class, before))
                .noneMatch(text -> text.matches("(?s).*(Zelda|Quimby|example\\.org|kettle|walnut|PBKDF2).*"));
    }

    private HttpResponse<String> inAdmin(String method, String path, String body) {
        Visitor visitor = Visitor.signedIn("admin", port);
        visitor.get("/camunda/app/admin/default/");
        return visitor.json(method, path, body == null ? "" : body, "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
    }

    private List<String> since(long number) {
        return jdbc.queryForList(
                "select action || ' ' || person || ': ' || summary from app.act where number > ? order by number",
                String.class, number);
    }

    private void make(String account) {
        var user = identity.newUser(account);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    private static ProviderAccounts.Person person(String first, Set<String> groups) {
        return new ProviderAccounts.Person("https://provider", "s-900", "provided", first, "Quimby", null, groups);
    }
}
