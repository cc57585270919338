package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * What stands in an {@code Authorization} header. Whoever counts guesses, guards against other sites and checks the
 * password must read it alike, or what one of them does not understand passes it by; so all ask Spring's own reader.
 */
final class BasicCredentials {

    private static final BasicAuthenticationConverter READER = new BasicAuthenticationConverter();
    private static final String SCHEME = "Basic";

    private BasicCredentials() {}

    /** Whether the header is of the kind that the filter takes, readable or not. */
    static boolean areIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.trim().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whose password the filter is about to check, if any. */
    static Optional<String> account(HttpServletRequest request) {
        try {
            return Optional.ofNullable(READER.convert(request)).map(Principal::getName);
        } catch (BadCredentialsException unreadable) {
            // the filter refuses it in the same way, and no password is checked
            return Optional.empty();
        }
    }
}
