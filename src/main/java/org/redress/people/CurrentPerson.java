package org.redress.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person (or machine) at work in this request, whichever door they came through. */
@Component
public class CurrentPerson {

    /**
     * The account at work.
     *
     * @throws NobodySignedIn where nobody is signed in, as in a timer's job
     */
    public String account() {
        return accountIfAny().orElseThrow(NobodySignedIn::new);
    }

    /** The account at work, or empty where nobody is signed in. */
    public Optional<String> accountIfAny() {
        return authentication().map(Authentication::getName);
    }

    /**
     * The groups of the account at work.
     *
     * @throws NobodySignedIn where nobody is signed in
     */
    public Set<String> groups() {
        return authentication().orElseThrow(NobodySignedIn::new).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody is signed in who belongs to at least one of these groups. */
    public boolean isIn(String... groups) {
        return authentication().isPresent() && Arrays.stream(groups).anyMatch(groups()::contains);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
    }
}
