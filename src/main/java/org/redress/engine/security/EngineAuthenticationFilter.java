package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.redress.people.CurrentPerson;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is at work, so that its own rights count, and makes it forget them afterwards. */
class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final CurrentPerson person;

    EngineAuthenticationFilter(IdentityService identity, CurrentPerson person) {
        this.identity = identity;
        this.person = person;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> groups = new ArrayList<>(person.groups());
        identity.setAuthentication(person.account(), groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
