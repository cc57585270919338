package org.redress.engine.security;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redress.engine.accounts.ProviderAccounts;
import org.redress.people.Groups;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Whoever comes from the organisation's provider gets an account here, with the groups that the provider says. */
@Component
class ProviderPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_GROUP = "no-group";
    static final String ACCOUNT_TAKEN = "account-taken";
    static final String NO_ACCOUNT_NAME = "no-account-name";

    private final OidcUserService standard = new OidcUserService();
    private final ProviderAccounts accounts;
    private final ProviderSettings settings;
    private final Set<String> known;

    ProviderPeople(ProviderAccounts accounts, ProviderSettings settings, Groups groups) {
        this.accounts = accounts;
        this.known = groups.names().keySet();
        this.settings = settings;
        settings.groups().forEach((theirs, ours) -> {
            if (!known.contains(ours)) {
                throw new IllegalStateException("redress.provider.groups." + theirs + " is " + ours
                        + ", which is none of our groups: " + new TreeSet<>(known));
            }
        });
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = standard.loadUser(request);
        String wanted = person.getClaimAsString(settings.accountClaim());
        if (wanted == null || !AccountPasswords.ACCOUNT.matcher(wanted).matches()) {
            throw refused(NO_ACCOUNT_NAME);
        }
        Set<String> groups = groups(person.getClaims());
        String account;
        try {
            account = accounts.arrive(new ProviderAccounts.Person(
                    person.getIssuer().toString(), person.getSubject(), wanted, orEmpty(person.getGivenName()),
                    orEmpty(person.getFamilyName() == null ? person.getFullName() : person.getFamilyName()), person.getEmail(), groups));
        } catch (ProviderAccounts.AccountTaken taken) {
            throw refused(ACCOUNT_TAKEN);
        }
        if (groups.isEmpty()) {
            // after the account lost what it had
            throw refused(NO_GROUP);
        }
        return new Colleague(account, groups, person);
    }

    /** Our groups among what the claim lists. */
    private Set<String> groups(Map<String, Object> claims) {
        Object found = claims;
        for (String step : claims.containsKey(settings.groupsClaim())
                ? new String[] {settings.groupsClaim()}
                : settings.groupsClaim().split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Stream<?> listed = found instanceof Collection<?> many ? many.stream() : Stream.ofNullable(found);
        Set<String> ours = new TreeSet<>();
        listed.filter(Objects::nonNull).map(String::valueOf).map(this::ours).filter(known::contains).forEach(ours::add);
        return ours;
    }

    private String ours(String theirs) {
        return settings.groups().isEmpty() ? theirs : settings.groups().getOrDefault(theirs, "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }

    /** Somebody under the name of their account here. */
    static final class Colleague extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String account;

        Colleague(String account, Set<String> groups, OidcUser person) {
            super(AuthorityUtils.createAuthorityList(groups), person.getIdToken(), person.getUserInfo());
            this.account = account;
        }

        @Override
        public String getName() {
            return account;
        }
    }
}
