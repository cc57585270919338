package org.redress.engine.accounts;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.redress.engine.AsTheHouse;
import org.redress.kernel.Names;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of people who sign in at their organisation's provider. The account is made when they first come, and its
 * groups are made equal to what the provider says each time they come.
 */
@Service
public class ProviderAccounts {

    /** Nobody is to know it: there are 256 bits of it. */
    private static final int SECRET_BYTES = 32;

    private final JdbcTemplate jdbc;
    private final IdentityService identity;
    private final AsTheHouse asTheHouse;
    private final ActRecord acts;
    private final SecureRandom random = new SecureRandom();

    ProviderAccounts(JdbcTemplate jdbc, IdentityService identity, AsTheHouse asTheHouse, ActRecord acts) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.asTheHouse = asTheHouse;
        this.acts = acts;
    }

    /**
     * Somebody, as the provider names them.
     *
     * @param subject the provider's own name for the person, which it never gives to another
     * @param account what the account here is called when it is made; kept from then on
     * @param groups our groups
     */
    public record Person(
            String issuer, String subject, String account, String firstName, String lastName, String email, Set<String> groups) {}

    /**
     * Makes the account or brings it up to date.
     *
     * @return the account's name
     * @throws AccountTaken where a local account has the name already: nobody takes over another's account by being called
     *     alike
     */
    @Transactional
    public String arrive(Person person) {
        return asTheHouse.call(() -> {
            String account = account(person);
            User user = identity.createUserQuery().userId(account).singleResult();
            // nothing is written for somebody who comes as they came last: they get in while nothing can be written
            if (user == null || !isAsBefore(user, person)) {
                save(user == null ? made(account) : user, person);
            }
            join(account, person.groups());
            return account;
        });
    }

    private static boolean isAsBefore(User user, Person person) {
        return Objects.equals(user.getFirstName(), usable(person.firstName()))
                && Objects.equals(user.getLastName(), usable(person.lastName()))
                && Objects.equals(user.getEmail(), person.email());
    }

    private User made(String account) {
        User user = identity.newUser(account);
        user.setPassword(nobodyKnows());
        return user;
    }

    private void save(User user, Person person) {
        user.setFirstName(usable(person.firstName()));
        user.setLastName(usable(person.lastName()));
        user.setEmail(person.email());
        identity.saveUser(user);
    }

    /** Nobody can mend at our door what the provider calls them; without a name they go by their account. */
    private static String usable(String name) {
        return Names.fault(name).isPresent() ? "" : name;
    }

    /** Whether the account belongs to somebody who signs in at a provider. */
    @Transactional(readOnly = true)
    public boolean isProviders(String account) {
        Integer found = jdbc.queryForObject(
                "select count(*) from app.provider_account where account = ?", Integer.class, account);
        return found != null && found > 0;
    }

    private String account(Person person) {
        List<String> known = jdbc.queryForList(
                "select account from app.provider_account where issuer = ? and subject = ?",
                String.class,
                person.issuer(),
                person.subject());
        if (!known.isEmpty()) {
            return known.get(0);
        }
        if (identity.createUserQuery().userId(person.account()).count() > 0 || isProviders(person.account())) {
            throw new AccountTaken(person.account());
        }
        jdbc.update(
                "insert into app.provider_account (issuer, subject, account) values (?, ?, ?)",
                person.issuer(),
                person.subject(),
                person.account());
        return person.account();
    }

    private void join(String account, Set<String> wanted) {
        Set<String> had = identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        wanted.stream().filter(group -> !had.contains(group)).forEach(group -> identity.createMembership(account, group));
        had.stream().filter(group -> !wanted.contains(group)).forEach(group -> identity.deleteMembership(account, group));
        if (!had.equals(wanted)) {
            acts.append(Act.of(null, "redress", "TOOK_OVER_GROUPS", "Groups of " + account + " taken over from the provider")
                    .with(java.util.Map.of("before", had.stream().sorted().toList(), "after", wanted.stream().sorted().toList())));
        }
    }

    private String nobodyKnows() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** A local account has the name that the provider gives for somebody. */
    public static class AccountTaken extends RuntimeException {

        AccountTaken(String account) {
            super("There is an account " + account + " already, and it does not belong to this person at the provider");
        }
    }
}
