package org.redress.engine.accounts;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.redress.people.DemoAccount;
import org.redress.people.Groups;
import org.redress.people.PasswordRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The groups that everything else names, and somebody who can sign in. Running it again changes nothing: what is there
 * is never overwritten, neither a name nor a password nor a membership that an administrator took away.
 */
@Component
class AccountsAtStart implements AtStart {

    private static final Logger log = LoggerFactory.getLogger(AccountsAtStart.class);

    private final IdentityService identity;
    private final FirstAccounts first;
    private final Groups groups;

    AccountsAtStart(IdentityService identity, FirstAccounts first, Groups groups) {
        this.identity = identity;
        this.first = first;
        this.groups = groups;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void setUp() {
        groups.names().forEach(this::ensureGroup);
        if (first.demo()) {
            // the names and passwords of the demo are promised, so the password rule is not asked
            DemoAccount.all().forEach(one -> ensureAccount(
                    new Account(one.id(), one.firstName(), one.lastName(), one.group()), one.password(), true));
        } else if (identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() == 0) {
            ensureFirstAdministrator();
        }
    }

    private void ensureGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void ensureFirstAdministrator() {
        if (!first.administratorGiven()) {
            log.warn("Nobody can administer accounts yet, and no account was made. Start once with redress.admin.id and"
                    + " redress.admin.password set, sign in at /camunda/app/admin/ and make the other accounts there.");
            return;
        }
        if (identity.createUserQuery().userId(first.administrator()).count() > 0) {
            log.warn("redress.admin.id names an account that exists and is no administrator; it was left as it is."
                    + " Choose another id.");
            return;
        }
        PasswordRule.fault(first.password(), first.administrator()).ifPresent(fault -> {
            throw new IllegalStateException("redress.admin.password cannot be used. " + fault + ".");
        });
        ensureAccount(
                new Account(first.administrator(), "First", "Administrator", Groups.ADMINISTRATORS), first.password(), false);
        log.info("The account named by redress.admin.id was made. Sign in, change its password, and take"
                + " redress.admin.password out of the settings.");
    }

    private void ensureAccount(Account account, String password, boolean anyPassword) {
        if (identity.createUserQuery().userId(account.id()).count() > 0) {
            return;
        }
        User user = identity.newUser(account.id());
        user.setFirstName(account.firstName());
        user.setLastName(account.lastName());
        user.setPassword(password);
        ((IdentityServiceImpl) identity).saveUser(user, anyPassword);
        identity.createMembership(account.id(), account.group());
    }

    private record Account(String id, String firstName, String lastName, String group) {}
}
