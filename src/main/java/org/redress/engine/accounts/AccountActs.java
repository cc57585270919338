package org.redress.engine.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts on record what is done to accounts and groups, by whichever door. Only ids go there, and which kinds of entry changed:
 * names, addresses and passwords have no business on a record that keeps for ever.
 */
@Component
class AccountActs {

    private static final String THE_HOUSE = "redress";

    /** The engine asks for accounts before all of the house is there. */
    private final ObjectProvider<ActRecord> acts;
    private final JdbcTemplate jdbc;

    AccountActs(ObjectProvider<ActRecord> acts, JdbcTemplate jdbc) {
        this.acts = acts;
        this.jdbc = jdbc;
    }

    /** An account as it stood before somebody saved it. */
    record Stored(String firstName, String lastName, String email) {

        private List<String> changedIn(User now) {
            List<String> changed = new ArrayList<>();
            if (!Objects.equals(firstName, now.getFirstName())) {
                changed.add("first name");
            }
            if (!Objects.equals(lastName, now.getLastName())) {
                changed.add("last name");
            }
            if (!Objects.equals(email, now.getEmail())) {
                changed.add("e-mail address");
            }
            return changed;
        }
    }

    Optional<Stored> stored(String account) {
        return jdbc
                .query(
                        "select first_, last_, email_ from act_id_user where id_ = ?",
                        (row, i) -> new Stored(row.getString("first_"), row.getString("last_"), row.getString("email_")),
                        account)
                .stream()
                .findFirst();
    }

    List<String> groupsOf(String account) {
        return jdbc.queryForList(
                "select group_id_ from act_id_membership where user_id_ = ? order by group_id_", String.class, account);
    }

    List<String> membersOf(String group) {
        return jdbc.queryForList(
                "select user_id_ from act_id_membership where group_id_ = ? order by user_id_", String.class, group);
    }

    Optional<String> nameOfGroup(String group) {
        return jdbc.queryForList("select coalesce(name_, '') from act_id_group where id_ = ?", String.class, group).stream()
                .findFirst();
    }

    void saved(User user, Optional<Stored> before, boolean newPassword) {
        String account = user.getId();
        if (before.isEmpty()) {
            append(who(), "MADE_ACCOUNT", "Account " + account + " made", Map.of("account", account));
            return;
        }
        List<String> changed = before.get().changedIn(user);
        if (!changed.isEmpty()) {
            append(who(), "CHANGED_ACCOUNT", "Account " + account + " changed: " + String.join(", ", changed),
                    Map.of("account", account, "changed", changed));
        }
        if (newPassword) {
            if (account.equals(whoOf(account))) {
                append(account, "CHANGED_PASSWORD", "Own password changed", Map.of("account", account));
            } else {
                append(who(), "RESET_PASSWORD", "Password of " + account + " reset by another", Map.of("account", account));
            }
        }
    }

    void deleted(String account, List<String> groups) {
        append(who(), "DELETED_ACCOUNT", "Account " + account + " deleted", Map.of("account", account, "groups", groups));
    }

    void joined(String account, String group) {
        append(who(), "PUT_IN_GROUP", "Account " + account + " put into the group " + group,
                Map.of("account", account, "group", group));
    }

    void left(String account, String group) {
        append(who(), "TOOK_FROM_GROUP", "Account " + account + " taken from the group " + group,
                Map.of("account", account, "group", group));
    }

    void unlocked(String account) {
        append(who(), "UNLOCKED_ACCOUNT", "Account " + account + " unlocked", Map.of("account", account));
    }

    void saved(Group group, Optional<String> nameBefore) {
        String id = group.getId();
        String name = group.getName() == null ? "" : group.getName();
        if (nameBefore.isEmpty()) {
            append(who(), "MADE_GROUP", "Group " + id + " made", Map.of("group", id, "name", name));
        } else if (!nameBefore.get().equals(name)) {
            append(who(), "CHANGED_GROUP", "Name of the group " + id + " changed",
                    Map.of("group", id, "before", nameBefore.get(), "after", name));
        }
    }

    void deletedGroup(String group, List<String> members) {
        append(who(), "DELETED_GROUP", "Group " + group + " deleted", Map.of("group", group, "members", members));
    }

    private void append(String person, String action, String summary, Map<String, ?> details) {
        acts.getObject().append(Act.of(null, person, action, summary).with(details));
    }

    /** Who is at work, as the engine knows it; the house itself where it knows nobody. */
    private static String who() {
        String account = Context.getCommandContext().getAuthenticatedUserId();
        return account == null ? THE_HOUSE : account;
    }

    /** Whoever is at work; also where the house changes the account of the very person for them, as our own page does. */
    private static String whoOf(String account) {
        Authentication atWork = SecurityContextHolder.getContext().getAuthentication();
        return atWork != null && Context.getCommandContext().getAuthenticatedUserId() == null && account.equals(atWork.getName())
                ? account
                : who();
    }
}
