package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.engine.accounts.SignInTries;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever has tried too many passwords to wait, in the words of the door that they knock at. Whoever checks a
 * password behind it learns from here where it came from.
 */
class SignInLimit extends OncePerRequestFilter {

    private static final Pattern WEB_APP_SIGN_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");

    /** How a door says that it is too early. */
    @FunctionalInterface
    interface TooEarly {
        void say(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException;
    }

    private final SignInTries tries;
    private final TooEarly tooEarly;

    SignInLimit(SignInTries tries, TooEarly tooEarly) {
        this.tries = tries;
        this.tooEarly = tooEarly;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> account = account(request);
        Duration wait = account.map(name -> tries.toWait(name, request.getRemoteAddr())).orElse(Duration.ZERO);
        if (wait.compareTo(Duration.ZERO) > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            tooEarly.say(request, response, wait);
            return;
        }
        tries.begin(request.getRemoteAddr());
        try {
            chain.doFilter(request, response);
        } finally {
            tries.over();
        }
    }

    /** Whose password is being tried, if any. */
    private static Optional<String> account(HttpServletRequest request) {
        if (BasicCredentials.areIn(request)) {
            return BasicCredentials.account(request);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean signIn = "POST".equals(request.getMethod())
                && (path.equals(SecurityChains.SIGN_IN) || WEB_APP_SIGN_IN.matcher(path).matches());
        return signIn ? Optional.ofNullable(request.getParameter("username")) : Optional.empty();
    }
}
