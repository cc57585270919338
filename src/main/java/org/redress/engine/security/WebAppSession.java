package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * One sign-in for our pages and the engine's web apps: who is signed in is kept where the web apps keep it, in the
 * session. Whoever signs in to Tasklist is signed in here, and the other way round.
 */
@Component
class WebAppSession implements SecurityContextRepository {

    private final ProcessEngine engine;
    private final long groupsKnownFor;
    private final Clock clock;

    WebAppSession(ProcessEngine engine, CamundaBpmProperties settings, Clock clock) {
        this.engine = engine;
        this.groupsKnownFor = settings.getWebapp().getAuth().getCache().getTimeToLive();
        this.clock = clock;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        person(exchange.getRequest()).ifPresent(context::setAuthentication);
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
        HttpSession session = request.getSession();
        Authentications authentications = AuthenticationUtil.getAuthsFromSession(session);
        authentications.addOrReplace(signedIn);
        AuthenticationUtil.updateSession(session, authentications);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    private Optional<Authentication> person(HttpServletRequest request) {
        return signedIn(request).flatMap(authentications -> {
            // groups are asked for anew now and then; somebody whose account is gone is signed out
            AuthenticationUtil.updateCache(authentications, request.getSession(false), groupsKnownFor);
            UserAuthentication person =
                    (UserAuthentication) authentications.getAuthenticationForProcessEngine(engine.getName());
            return Optional.ofNullable(person).map(known -> UsernamePasswordAuthenticationToken.authenticated(
                    known.getIdentityId(), null, AuthorityUtils.createAuthorityList(known.getGroupIds())));
        });
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
