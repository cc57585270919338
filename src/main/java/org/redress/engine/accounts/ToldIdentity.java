package org.redress.engine.accounts;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.redress.people.GroupsChanged;
import org.redress.people.PersonLeft;
import org.springframework.context.ApplicationEventPublisher;

/** The engine's accounts, which tell the house when somebody leaves, and when somebody joins or leaves a group. */
abstract class ToldIdentity extends DbIdentityServiceProvider {

    private final ApplicationEventPublisher events;

    ToldIdentity(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public IdentityOperationResult deleteUser(String account) {
        User user = findUserById(account);
        IdentityOperationResult result = super.deleteUser(account);
        if (user != null) {
            String name = (words(user.getFirstName()) + " " + words(user.getLastName())).strip();
            events.publishEvent(new PersonLeft(account, name.isEmpty() ? account : name));
        }
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String account, String group) {
        IdentityOperationResult result = super.createMembership(account, group);
        events.publishEvent(new GroupsChanged(account));
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String account, String group) {
        IdentityOperationResult result = super.deleteMembership(account, group);
        events.publishEvent(new GroupsChanged(account));
        return result;
    }

    private static String words(String name) {
        return name == null ? "" : name;
    }
}
