package org.redress.engine.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
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
            + " form-action 'self'; frame-ancestors 'self'";

    private final Doors doors;
    private final DoorRefusals refusals;
    private final WebAppSession session;

    SecurityChains(Doors doors, DoorRefusals refusals, WebAppSession session) {
        this.doors = doors;
        this.refusals = refusals;
        this.session = session;
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

    /** It stands in two chains and nowhere else: the container would put it in front of every door. */
    @Bean
    FilterRegistrationBean<HiddenCases> hiddenCasesInChainsOnly(HiddenCases hiddenCases) {
        FilterRegistrationBean<HiddenCases> registration = new FilterRegistrationBean<>(hiddenCases);
        registration.setEnabled(false);
        return registration;
    }

    /** The engine's REST API: account and password with each request, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(
            HttpSecurity http, IdentityService identity, CurrentPerson person, HiddenCases hiddenCases) throws Exception {
        // a plain string would be matched against the servlet's own paths and protect nothing: the API is a servlet of its own
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(fromAnotherSite()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::engineUnknown))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals::engineUnknown)
                        .accessDeniedHandler(refusals::engineDenied))
                .addFilterAfter(hiddenCases, AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity, person), HiddenCases.class);
        return guarded(http);
    }

    /** The engine's web apps: they sign people in and guard against forged requests by themselves. */
    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http, HiddenCases hiddenCases) throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                .securityContext(context -> context.securityContextRepository(session))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, cause) -> response.setStatus(401))
                        .accessDeniedHandler(refusals::engineDenied))
                .addFilterAfter(hiddenCases, AuthorizationFilter.class);
        return guarded(http);
    }

    /** Our REST doors: machines send account and password, people have their session. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                .securityContext(context -> context.securityContextRepository(session))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(request -> isBasic(request)
                        ? fromAnotherSite().matches(request)
                        : !READING.contains(request.getMethod())))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::apiUnknown))
                .requestCache(cache -> cache.disable())
                .headers(SecurityChains::pageHeaders)
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
                .headers(SecurityChains::pageHeaders)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .successHandler((request, response, person) -> response.sendRedirect(
                                request.getContextPath() + LocalPath.of(request.getParameter("next"))))
                        .failureHandler((request, response, cause) -> response.sendRedirect(
                                request.getContextPath() + SIGN_IN + "?error&next="
                                        + encoded(LocalPath.of(request.getParameter("next"))))))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("JSESSIONID"))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals::pageUnknown)
                        .accessDeniedHandler(refusals::pageDenied));
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

    private static boolean isBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /**
     * A browser that once asked for a password sends it again with every request, also with one that a page of another
     * site makes. Machines send no such header.
     */
    private static RequestMatcher fromAnotherSite() {
        return request -> !READING.contains(request.getMethod())
                && Set.of("cross-site", "same-site").contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));
    }

    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
