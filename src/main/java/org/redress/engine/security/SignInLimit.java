package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.redress.engine.accounts.SignInTries;
import org.redress.engine.accounts.TriesUnderWay;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever has tried too many passwords to wait, in the words of the door that they knock at. A try counts before it is
 * judged. Whoever checks a password behind this learns from here where it came from.
 */
class SignInLimit extends OncePerRequestFilter {

    /** How long a try may stand here until those before it are judged. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How a door reads whose password is being tried, if any. */
    @FunctionalInterface
    interface Who {
        Optional<String> of(HttpServletRequest request);
    }

    /** How a door says that it is too early. */
    @FunctionalInterface
    interface TooEarly {
        void say(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException;
    }

    private final SignInTries tries;
    private final TriesUnderWay underWay;
    private final Who who;
    private final TooEarly tooEarly;

    SignInLimit(SignInTries tries, TriesUnderWay underWay, Who who, TooEarly tooEarly) {
        this.tries = tries;
        this.underWay = underWay;
        this.who = who;
        this.tooEarly = tooEarly;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> account = who.of(request);
        try {
            Duration wait = account.map(name -> counted(name, request.getRemoteAddr())).orElse(Duration.ZERO);
            if (wait.compareTo(Duration.ZERO) > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
                tooEarly.say(request, response, wait);
                return;
            }
            tries.begin(request.getRemoteAddr());
            chain.doFilter(request, response);
        } finally {
            tries.over();
            underWay.judged();
        }
    }

    /** Counts the try, and tells how long to wait where that makes too many. */
    private Duration counted(String account, String address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration wait = tries.toWait(account, address, underWay.begin(account, address));
        while (wait.equals(TriesUnderWay.A_MOMENT)) {
            underWay.judged();
            if (!underWay.anotherJudged(Duration.ofNanos(end - System.nanoTime()))) {
                return wait;
            }
            wait = tries.toWait(account, address, underWay.begin(account, address));
        }
        return wait;
    }

    /** The name that is typed into a form to sign in, as the filter behind reads it. */
    static Optional<String> typed(HttpServletRequest request) {
        return FloodLimit.SIGN_IN.matches(request)
                ? Optional.ofNullable(request.getParameter("username")).map(String::trim)
                : Optional.empty();
    }
}
