package org.redress.engine.accounts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
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

    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            Groups.CASEWORKERS, "Police Complaint Reviews Caseworkers",
            Groups.REVIEWS_OFFICERS, "Police Complaint Reviews Officers",
            Groups.REVIEWS_MANAGERS, "Police Complaint Reviews Managers",
            Groups.PROCESS_OWNERS, "Process owners",
            Groups.PRIVATE_OFFICE, "Private Office correspondence",
            Groups.INTAKE_CLIENTS, "Machines that hand in applications",
            Groups.ADMINISTRATORS, "Administrators of accounts"));

    private static final List<Account> DEMO = List.of(
            new Account("caseworker1", "Amara", "Osei", Groups.CASEWORKERS),
            new Account("caseworker2", "Daniel", "Whitcombe", Groups.CASEWORKERS),
            new Account("caseworker3", "Priya", "Nair", Groups.CASEWORKERS),
            new Account("caseworker4", "Tomasz", "Zielinski", Groups.CASEWORKERS),
            new Account("officer1", "Helen", "Adeyemi", Groups.REVIEWS_OFFICERS),
            new Account("officer2", "Marcus", "Lindqvist", Groups.REVIEWS_OFFICERS),
            new Account("manager", "Ruth", "Calloway", Groups.REVIEWS_MANAGERS),
            new Account("owner", "Gareth", "Penrose", Groups.PROCESS_OWNERS),
            new Account("private-office", "Imogen", "Sayers", Groups.PRIVATE_OFFICE),
            new Account("intake", "Online", "application form", Groups.INTAKE_CLIENTS),
            new Account("admin", "Yusuf", "Rahman", Groups.ADMINISTRATORS));

    private final IdentityService identity;
    private final FirstAccounts first;

    AccountsAtStart(IdentityService identity, FirstAccounts first) {
        this.identity = identity;
        this.first = first;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void setUp() {
        GROUPS.forEach(this::ensureGroup);
        if (first.demo()) {
            // the names and passwords of the demo are promised, so the password rule is not asked
            DEMO.forEach(account -> ensureAccount(account, account.id() + "-demo", true));
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
