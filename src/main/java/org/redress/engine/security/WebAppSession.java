package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.redress.database.DatabaseGuard;
import org.redress.engine.AsTheHouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * One sign-in for our pages and the engine's web apps: who is signed in is kept where the web apps keep it, in the
 * session. Whoever signs in to Tasklist is signed in here, and the other way round.
 */
@Component
class WebAppSession implements SecurityContextRepository {

    private static final Logger log = LoggerFactory.getLogger(WebAppSession.class);

    /** What the account's stored password looked like when the session began to be somebody's. */
    private static final String PASSWORD_THEN = "redress.password-then";

    /** When that was, by the house's own clock, in milliseconds. */
    private static final String BEGAN = "redress.began";

    /** When its person last did something, likewise. */
    private static final String LAST_ACT = "redress.last-act";

    /**
     * What the web apps ask by themselves every few seconds, and what we add to their lists. Whoever has Tasklist open and
     * has gone away must not stay signed in by that; the web apps tell us of keys and clicks at {@code /session/stay}.
     */
    private static final RequestMatcher ASKED_BY_NOBODY = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/cases/cards"));

    private final ProcessEngine engine;
    private final AsTheHouse asTheHouse;
    private final long groupsKnownFor;
    private final Duration longest;
    private final Clock clock;

    /** @param longest how long a session lasts at most, however busy it is */
    WebAppSession(
            ProcessEngine engine,
            AsTheHouse asTheHouse,
            CamundaBpmProperties settings,
            @Value("${redress.session.longest:12h}") Duration longest,
            Clock clock) {
        this.engine = engine;
        this.asTheHouse = asTheHouse;
        this.groupsKnownFor = settings.getWebapp().getAuth().getCache().getTimeToLive();
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        // the page that says the database is away must not ask it who reads that
        if (DatabaseGuard.fault(exchange.getRequest()).isEmpty()) {
            person(exchange.getRequest()).ifPresent(context::setAuthentication);
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication person = context.getAuthentication();
        if (person == null) {
            signedIn(request).ifPresent(authentications -> authentications.removeByEngineName(engine.getName()));
            return;
        }
        UserAuthentication signedIn = AuthenticationUtil.createAuthentication(engine, person.getName());
        signedIn.setCacheValidationTime(new Date(clock.millis() + groupsKnownFor));
        log.info("Signed in: {}", person.getName());
        HttpSession session = request.getSession();
        session.removeAttribute(PASSWORD_THEN);
        Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
        authentications.addOrReplace(signedIn);
        AuthenticationUtil.updateSession(session, authentications);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    private Optional<Authentication> person(HttpServletRequest request) {
        return signedIn(request).filter(authentications -> stillGood(authentications, request)).flatMap(authentications -> {
            // groups are asked for anew now and then; somebody whose account is gone is signed out
            AuthenticationUtil.updateCache(authentications, request.getSession(false), groupsKnownFor);
            UserAuthentication person =
                    (UserAuthentication) authentications.getAuthenticationForProcessEngine(engine.getName());
            return Optional.ofNullable(person).map(known -> UsernamePasswordAuthenticationToken.authenticated(
                    known.getIdentityId(), null, AuthorityUtils.createAuthorityList(known.getGroupIds())));
        });
    }

    /**
     * A session ends when its person has done nothing for a while, when it has lasted too long, and when the password that it
     * began with is no longer the account's.
     */
    private boolean stillGood(Authentications authentications, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String account = authentications.getAuthenticationForProcessEngine(engine.getName()).getIdentityId();
        String stored = asTheHouse.call(() -> {
            User user = engine.getIdentityService().createUserQuery().userId(account).singleResult();
            return user == null ? "" : String.valueOf(user.getPassword());
        });
        Object then = session.getAttribute(PASSWORD_THEN);
        if (then == null) {
            session.setAttribute(PASSWORD_THEN, stored);
            session.setAttribute(BEGAN, clock.millis());
            session.setAttribute(LAST_ACT, clock.millis());
        }
        boolean good = (then == null || then.equals(stored))
                && since(session, BEGAN).compareTo(longest) <= 0
                && since(session, LAST_ACT).getSeconds() <= session.getMaxInactiveInterval();
        if (!good) {
            session.invalidate();
        } else if (!ASKED_BY_NOBODY.matches(request)) {
            session.setAttribute(LAST_ACT, clock.millis());
        }
        return good;
    }

    private Duration since(HttpSession session, String moment) {
        return Duration.ofMillis(clock.millis() - (Long) session.getAttribute(moment));
    }

    private Optional<Authentications> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Authentications) session.getAttribute(Key.NAME))
                .filter(authentications -> authentications.hasAuthenticationForProcessEngine(engine.getName()));
    }

    /** The name that the web apps keep it under is theirs alone; a subclass may read it. */
    private static final class Key extends AuthenticationUtil {
        static final String NAME = CAM_AUTH_SESSION_KEY;
    }
}
