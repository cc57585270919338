package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.redress.people.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends away whoever asks for more than their share of what costs the house much. A flood from one account then leaves
 * everybody else their connections and processors.
 */
class FloodLimit extends OncePerRequestFilter {

    /** Where forms go that hold a password, matched as the doors behind match it. */
    static final RequestMatcher SIGN_IN = new OrRequestMatcher(
            post(SecurityChains.SIGN_IN), post("/camunda/api/admin/auth/user/{engine}/login/{app}"));

    private static final RequestMatcher APPLICATION = post("/api/applications");
    private static final RequestMatcher LIST = PathPatternRequestMatcher.withDefaults().matcher("/cases");

    /** How a door says that it was too much. */
    @FunctionalInterface
    interface TooMany {
        void say(HttpServletRequest request, HttpServletResponse response, String words) throws IOException;
    }

    private final Floods floods;
    private final CurrentPerson person;
    private final TooMany tooMany;

    FloodLimit(Floods floods, CurrentPerson person, TooMany tooMany) {
        this.floods = floods;
        this.person = person;
        this.tooMany = tooMany;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Floods.Kind> kind = kind(request);
        Duration wait = kind.map(asked -> floods.take(asked, who(asked, request))).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            long seconds = wait.toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            tooMany.say(request, response, kind.get().words(seconds));
        }
    }

    private String who(Floods.Kind kind, HttpServletRequest request) {
        Optional<String> account = kind == Floods.Kind.SIGN_IN ? Optional.empty() : person.accountIfAny();
        return account.orElseGet(request::getRemoteAddr);
    }

    private static Optional<Floods.Kind> kind(HttpServletRequest request) {
        if (SIGN_IN.matches(request)) {
            return Optional.of(Floods.Kind.SIGN_IN);
        }
        if (APPLICATION.matches(request)) {
            return Optional.of(Floods.Kind.APPLICATION);
        }
        // a form that searches leads to an address that does: only the second asks the database
        return LIST.matches(request) && !"POST".equals(request.getMethod()) && request.getQueryString() != null
                ? Optional.of(Floods.Kind.SEARCH)
                : Optional.empty();
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }
}
