package org.redress.engine.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFiles;
import org.redress.engine.AsTheHouse;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The chains in front of every door. What each lets through stands in {@code doors.csv}; here stands only how people and
 * machines say who they are.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    static final String SIGN_IN = "/sign-in";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'self'; form-action 'self'";

    /** What a page of ours never needs of the machine that it is shown on. */
    private static final String NOT_NEEDED = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()";

    /** The engine says less about its answers than these need. */
    private static final HeaderWriter NO_STORE =
            (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");

    private final Doors doors;
    private final DoorRefusals refusals;
    private final WebAppSession session;
    private final DoorLimits limits;
    private final ProviderSignIn provider;

    SecurityChains(
            Doors doors, DoorRefusals refusals, WebAppSession session, DoorLimits limits, ProviderSignIn provider) {
        this.doors = doors;
        this.refusals = refusals;
        this.session = session;
        this.limits = limits;
        this.provider = provider;
    }

    @Bean
    HiddenCases hiddenCases(
            ProcessEngine engine,
            CaseAccess access,
            CaseFiles cases,
            CurrentPerson person,
            AsTheHouse asTheHouse,
            ObjectMapper json) {
        return new HiddenCases(engine, access, cases, person, asTheHouse, json);
    }

    @Bean
    HiddenCounts hiddenCounts(ProcessEngine engine, CurrentPerson person, Groups groups, ObjectMapper json) {
        return new HiddenCounts(engine, person, groups, json);
    }

    /** They stand in two chains and nowhere else: the container would put them in front of every door. */
    @Bean
    FilterRegistrationBean<HiddenCases> hiddenCasesInChainsOnly(HiddenCases hiddenCases) {
        return inChainsOnly(hiddenCases);
    }

    @Bean
    FilterRegistrationBean<HiddenCounts> hiddenCountsInChainsOnly(HiddenCounts hiddenCounts) {
        return inChainsOnly(hiddenCounts);
    }

    private static <F extends Filter> FilterRegistrationBean<F> inChainsOnly(F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** The engine's REST API: account and password with each request, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(
            HttpSecurity http,
            IdentityService identity,
            CurrentPerson person,
            HiddenCases hiddenCases,
            HiddenCounts hiddenCounts)
            throws Exception {
        // a plain string would be matched against the servlet's own paths and protect nothing: the API is a servlet of its own
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(fromAnotherSite()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::engineUnknown))
                .addFilterBefore(limits.ofPasswords(BasicCredentials::account, refusals::engineTooEarly), BasicAuthenticationFilter.class)
                .headers(headers -> commonHeaders(headers.addHeaderWriter(NO_STORE)))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals::engineUnknown)
                        .accessDeniedHandler(refusals::engineDenied))
                .addFilterAfter(hiddenCases, AuthorizationFilter.class)
                .addFilterAfter(new RightsOfCases(), HiddenCases.class)
                .addFilterAfter(hiddenCounts, RightsOfCases.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity, person), HiddenCounts.class);
        return guarded(http);
    }

    /** The engine's web apps: they sign people in and guard against forged requests by themselves. */
    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http, HiddenCases hiddenCases, HiddenCounts hiddenCounts) throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                .securityContext(context -> context.securityContextRepository(session))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> commonHeaders(headers
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**"), NO_STORE))))
                .addFilterBefore(limits.ofFloods(refusals::engineTooMany), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits.ofPasswords(SignInLimit::typed, refusals::engineTooEarly), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new WebAppsOfProvider(provider, session), SecurityContextHolderFilter.class)
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, cause) -> response.setStatus(401))
                        .accessDeniedHandler(refusals::engineDenied))
                .addFilterAfter(hiddenCases, AuthorizationFilter.class)
                .addFilterAfter(new RightsOfCases(), HiddenCases.class)
                .addFilterAfter(hiddenCounts, RightsOfCases.class);
        return guarded(http);
    }

    /** Our REST doors: machines send account and password, people have their session. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                .securityContext(context -> context.securityContextRepository(session))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(request -> BasicCredentials.areIn(request)
                        ? fromAnotherSite().matches(request)
                        : !READING.contains(request.getMethod())))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::apiUnknown))
                .addFilterBefore(limits.ofPasswords(BasicCredentials::account, refusals::apiTooEarly), BasicAuthenticationFilter.class)
                .addFilterAfter(limits.ofFloods(refusals::apiTooMany), BasicAuthenticationFilter.class)
                .requestCache(cache -> cache.disable())
                .headers(this::pageHeaders)
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals::apiUnknown)
                        .accessDeniedHandler(refusals::apiDenied));
        return guarded(http);
    }

    /** Our pages, and the sign-in that serves the web apps too. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.securityContext(context -> context.securityContextRepository(session))
                .csrf(Customizer.withDefaults())
                .requestCache(cache -> cache.disable())
                .headers(this::pageHeaders)
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, person) -> provider.beforeSignOut(request))
                        .logoutSuccessHandler((request, response, person) ->
                                response.sendRedirect(provider.afterSignOut(request)))
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals::pageUnknown)
                        .accessDeniedHandler(refusals::pageDenied));
        http.addFilterBefore(limits.ofFloods(refusals::pageTooMany), UsernamePasswordAuthenticationFilter.class);
        if (provider.localAccounts()) {
            http.addFilterBefore(
                    limits.ofPasswords(SignInLimit::typed, refusals::pageTooEarly), UsernamePasswordAuthenticationFilter.class);
            http.formLogin(form -> form.loginPage(SIGN_IN)
                    .successHandler((request, response, person) -> response.sendRedirect(
                            request.getContextPath() + LocalPath.of(request.getParameter("next"))))
                    .failureHandler((request, response, cause) -> response.sendRedirect(
                            request.getContextPath() + SIGN_IN + "?error&next="
                                    + encoded(LocalPath.of(request.getParameter("next"))))));
        }
        if (provider.configured()) {
            provider.addTo(http);
        }
        return guarded(http);
    }

    private SecurityFilterChain guarded(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(this::decide))
                .build();
    }

    private AuthorizationDecision decide(Supplier<Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return new AuthorizationDecision(doors.open(request.getMethod(), path, groups(who.get())));
    }

    private static Set<String> groups(Authentication person) {
        if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
            return null;
        }
        return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    }

    /**
     * A browser that once asked for a password sends it again with every request, also with one that a page of another
     * site makes. Machines send no such header.
     */
    private static RequestMatcher fromAnotherSite() {
        return request -> !READING.contains(request.getMethod())
                && Set.of("cross-site", "same-site").contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));
    }

    private void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        commonHeaders(headers).addHeaderWriter((request, response) -> {
            String policy = (PAGE_POLICY + " " + provider.places()).strip();
            new ContentSecurityPolicyHeaderWriter(policy).writeHeaders(request, response);
        });
    }

    /** The web apps bring a content security policy of their own. Over TLS, browsers are told to come by TLS only. */
    private HeadersConfigurer<HttpSecurity> commonHeaders(HeadersConfigurer<HttpSecurity> headers) {
        return headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOT_NEEDED))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
