package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in and out at the organisation's OpenID provider, where one is configured. */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderSignIn {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

    private static final String NEXT = "redress.next";
    private static final String REGISTRATION = "redress.provider";
    private static final String ID_TOKEN = "redress.id-token";

    private static final Set<String> EXPLAINED =
            Set.of(ProviderPeople.NO_GROUP, ProviderPeople.ACCOUNT_TAKEN, ProviderPeople.NO_ACCOUNT_NAME);

    private final ProviderRegistrations registrations;
    private final ProviderPeople people;
    private final ProviderSettings settings;

    ProviderSignIn(
            ObjectProvider<ProviderRegistrations> registrations, ProviderPeople people, ProviderSettings settings) {
        this.registrations = registrations.getIfAvailable();
        this.people = people;
        this.settings = settings;
    }

    boolean configured() {
        return registrations != null;
    }

    /** Whether people sign in with passwords that are kept here. */
    boolean localAccounts() {
        return !configured() || settings.localAccounts();
    }

    /**
     * The places outside this house that its forms may lead to, as a content security policy lists them: where sessions at
     * the providers end. Before somebody has signed in at one, nobody's session has to end there.
     */
    String places() {
        Set<String> places = new TreeSet<>();
        if (configured()) {
            registrations.answered().forEach(one -> endOfSession(one).ifPresent(end ->
                    places.add(UriComponentsBuilder.fromUri(end).replacePath(null).replaceQuery(null).fragment(null).toUriString())));
        }
        return String.join(" ", places);
    }

    void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage(SecurityChains.SIGN_IN)
                .authorizationEndpoint(ask -> ask.authorizationRequestResolver(resolver()))
                .authorizedClientRepository(new NoTokens())
                .userInfoEndpoint(who -> who.oidcUserService(people))
                .successHandler(this::arrived)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new WhenProviderIsAway()));
    }

    /** A provider that does not answer is told of on our page, like a sign-in that went wrong there. */
    private final class WhenProviderIsAway implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(ProviderSignIn.this::failed);
            return filter;
        }
    }

    /** Remembers where somebody wanted to go, and binds the code to who asked for it. */
    private OAuth2AuthorizationRequestResolver resolver() {
        DefaultOAuth2AuthorizationRequestResolver standard = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        standard.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                OAuth2AuthorizationRequest asked = standard.resolve(request);
                if (asked != null) {
                    request.getSession().setAttribute(NEXT, LocalPath.of(request.getParameter("next")));
                }
                return asked;
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return standard.resolve(request, registration);
            }
        };
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
        HttpSession session = request.getSession();
        OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) person;
        session.setAttribute(REGISTRATION, token.getAuthorizedClientRegistrationId());
        session.setAttribute(ID_TOKEN, ((OidcUser) token.getPrincipal()).getIdToken().getTokenValue());
        String next = (String) session.getAttribute(NEXT);
        session.removeAttribute(NEXT);
        response.sendRedirect(request.getContextPath() + LocalPath.of(next));
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String code = cause instanceof OAuth2AuthenticationException refused ? refused.getError().getErrorCode() : "";
        String problem = EXPLAINED.contains(code) ? code : "provider";
        log.warn("Somebody could not sign in at the provider: {}", code.isEmpty() ? cause.getClass().getSimpleName() : code);
        response.sendRedirect(request.getContextPath() + SecurityChains.SIGN_IN + "?problem=" + problem);
    }

    /** Before the session ends: what its end at the provider needs. */
    void beforeSignOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (configured() && session != null && session.getAttribute(REGISTRATION) != null) {
            request.setAttribute(REGISTRATION, session.getAttribute(REGISTRATION));
            request.setAttribute(ID_TOKEN, session.getAttribute(ID_TOKEN));
        }
    }

    /** Where to go after signing out here: to the provider, to sign out there too, and back. */
    String afterSignOut(HttpServletRequest request) {
        String home = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(request.getContextPath() + "/")
                .toUriString();
        Object registration = request.getAttribute(REGISTRATION);
        ClientRegistration known = registration == null ? null : registrations.findByRegistrationId(registration.toString());
        if (known == null) {
            return home;
        }
        return endOfSession(known)
                .map(end -> UriComponentsBuilder.fromUri(end)
                        .queryParam("id_token_hint", request.getAttribute(ID_TOKEN))
                        .queryParam("client_id", known.getClientId())
                        .queryParam("post_logout_redirect_uri", home)
                        .encode()
                        .toUriString())
                .orElse(home);
    }

    private static Optional<URI> endOfSession(ClientRegistration registration) {
        Object end = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(end).map(String::valueOf).map(URI::create);
    }

    /** The provider's tokens are not used after the sign-in, so they are not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // nothing is kept
        }
    }
}
