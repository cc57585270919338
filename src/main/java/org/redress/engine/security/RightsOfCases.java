package org.redress.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Rights on one task or instance tell who is named on a restricted case, and their number grows with every case. They are no
 * business of whoever administers accounts: asked for at the engine's doors, there are none. Which kind of right is asked
 * for must be said, or they would stand among the others.
 */
class RightsOfCases extends OncePerRequestFilter {

    private static final Pattern RIGHTS = Pattern.compile(".*/authorization(/count)?/?");

    private static final Set<Integer> OF_CASES = Set.of(
            Resources.TASK.resourceType(),
            Resources.PROCESS_INSTANCE.resourceType(),
            Resources.HISTORIC_PROCESS_INSTANCE.resourceType(),
            Resources.HISTORIC_TASK.resourceType());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher asked = RIGHTS.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        if (!asked.matches() || "OPTIONS".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        String[] kinds = request.getParameterValues("resourceType");
        Integer kind = kinds != null && kinds.length == 1 ? number(kinds[0]) : null;
        if (kind == null) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST,
                    "{\"type\":\"InvalidRequestException\",\"message\":\"Say in resourceType which kind of right, one at a time.\"}");
        } else if (OF_CASES.contains(kind)) {
            answer(response, HttpServletResponse.SC_OK, asked.group(1) == null ? "[]" : "{\"count\":0}");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(body);
    }
}
