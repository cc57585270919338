package org.redress.engine.accounts;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.redress.people.GroupsChanged;
import org.redress.people.PersonLeft;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The engine's accounts, which tell the house when somebody leaves, and when somebody joins or leaves a group. Every door
 * ends here, so here it goes on record, in the transaction of the change.
 */
abstract class ToldIdentity extends DbIdentityServiceProvider {

    private final ApplicationEventPublisher events;
    private final AccountActs acts;

    ToldIdentity(ApplicationEventPublisher events, AccountActs acts) {
        this.events = events;
        this.acts = acts;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        Optional<AccountActs.Stored> before = acts.stored(user.getId());
        boolean newPassword = user instanceof UserEntity entity && entity.hasNewPassword();
        IdentityOperationResult result = super.saveUser(user);
        acts.saved(user, before, newPassword);
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String account) {
        User user = findUserById(account);
        List<String> groups = acts.groupsOf(account);
        IdentityOperationResult result = super.deleteUser(account);
        if (user != null) {
            acts.deleted(account, groups);
            String name = (words(user.getFirstName()) + " " + words(user.getLastName())).strip();
            events.publishEvent(new PersonLeft(account, name.isEmpty() ? account : name));
        }
        return result;
    }

    @Override
    public IdentityOperationResult unlockUser(String account) {
        IdentityOperationResult result = super.unlockUser(account);
        if (happened(result)) {
            acts.unlocked(account);
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        Optional<String> before = acts.nameOfGroup(group.getId());
        IdentityOperationResult result = super.saveGroup(group);
        acts.saved(group, before);
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        List<String> members = acts.membersOf(group);
        IdentityOperationResult result = super.deleteGroup(group);
        if (happened(result)) {
            acts.deletedGroup(group, members);
        }
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String account, String group) {
        IdentityOperationResult result = super.createMembership(account, group);
        acts.joined(account, group);
        events.publishEvent(new GroupsChanged(account));
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String account, String group) {
        IdentityOperationResult result = super.deleteMembership(account, group);
        if (happened(result)) {
            acts.left(account, group);
        }
        events.publishEvent(new GroupsChanged(account));
        return result;
    }

    private static boolean happened(IdentityOperationResult result) {
        return result != null && !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    private static String words(String name) {
        return name == null ? "" : name;
    }
}
