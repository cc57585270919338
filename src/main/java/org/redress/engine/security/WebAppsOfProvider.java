package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where people sign in at the organisation's provider, the web apps' own sign-in has nothing to offer them: its page leads
 * to ours, and its door is closed.
 */
class WebAppsOfProvider extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/?|/camunda/app/(tasklist|cockpit|admin|welcome)(/[^/.]*)*/?");
    private static final Pattern OWN_SIGN_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/.*");

    private final ProviderSignIn provider;
    private final SecurityContextRepository session;

    WebAppsOfProvider(ProviderSignIn provider, SecurityContextRepository session) {
        this.provider = provider;
        this.session = session;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return provider.localAccounts();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OWN_SIGN_IN.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (PAGE.matcher(path).matches() && !session.containsContext(request)) {
            response.sendRedirect(request.getContextPath() + SecurityChains.SIGN_IN + "?next="
                    + URLEncoder.encode(path, StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }
}
