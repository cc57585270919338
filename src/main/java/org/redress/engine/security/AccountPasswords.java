package org.redress.engine.security;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.redress.engine.AsTheHouse;
import org.redress.engine.accounts.TriesUnderWay;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Checks an account's password against the engine's identity tables; the groups become the authorities. */
@Component
class AccountPasswords implements AuthenticationProvider {

    /** What an account or a group may be called. */
    static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private final IdentityService identity;
    private final StaffDirectory staff;
    private final AsTheHouse asTheHouse;
    private final TriesUnderWay underWay;

    AccountPasswords(IdentityService identity, StaffDirectory staff, AsTheHouse asTheHouse, TriesUnderWay underWay) {
        this.identity = identity;
        this.staff = staff;
        this.asTheHouse = asTheHouse;
        this.underWay = underWay;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = attempt.getName();
        String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (!ACCOUNT.matcher(account).matches() || password.isEmpty() || !isRight(account, password)) {
            throw refused();
        }
        StaffMember member = staff.find(account).orElseThrow(AccountPasswords::refused);
        return UsernamePasswordAuthenticationToken.authenticated(
                member.account(), null, AuthorityUtils.createAuthorityList(member.groups()));
    }

    /** What the judgement left behind is written when this returns, so the try counts there and no longer as one under way. */
    private boolean isRight(String account, String password) {
        try {
            return asTheHouse.call(() -> identity.checkPassword(account, password));
        } finally {
            underWay.judged();
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Account and password do not belong together, or there were too many tries");
    }
}
