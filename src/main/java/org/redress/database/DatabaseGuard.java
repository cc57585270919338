package org.redress.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In front of every door: whoever needs the database while it is not to be had gets 503 and words, in the door's own form,
 * whatever was in the middle of being done. While it is known to be away nobody waits for it at all.
 */
@Component
public class DatabaseGuard extends OncePerRequestFilter implements Ordered {

    /** In front of sign-in, rights and everything else that may ask the database. */
    private static final int FIRST = -200;

    /** How long to wait before the next try, in seconds. */
    public static final String RETRY_AFTER = "60";

    private static final Logger log = LoggerFactory.getLogger(DatabaseGuard.class);
    private static final String FAULT = DatabaseGuard.class.getName();
    private static final List<String> NEED_NO_DATABASE = List.of("/actuator/health", "/assets/", "/webjars/", "/favicon.ico");

    private final DatabaseWatch watch;
    private final ObjectMapper json;

    DatabaseGuard(DatabaseWatch watch, ObjectMapper json) {
        this.watch = watch;
        this.json = json;
    }

    /** The fault for which a request is being answered with an error page. */
    public static Optional<DatabaseFault> fault(HttpServletRequest request) {
        return Optional.ofNullable((DatabaseFault) request.getAttribute(FAULT));
    }

    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NEED_NO_DATABASE.stream().anyMatch(path(request)::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.isAway()) {
            answer(request, response, DatabaseFault.AWAY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            Optional<DatabaseFault> fault = DatabaseFault.in(failed);
            if (fault.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            if (!watch.standing().equals(fault)) {
                // once the watch has told of it, the log need not hear it of everybody
                log.warn("{} {} came to nothing.", request.getMethod(), request.getRequestURI(), failed);
            }
            watch.told(fault.get());
            answer(request, response, fault.get());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, DatabaseFault fault) throws IOException {
        response.resetBuffer();
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = path(request);
        if (path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/")) {
            write(response, MediaType.APPLICATION_JSON_VALUE, body(fault));
        } else if (path.startsWith("/api/") || !wantsPage(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, fault.words());
            problem.setType(URI.create("urn:redress:problem:database"));
            problem.setTitle("Not possible at the moment");
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
        } else {
            request.setAttribute(FAULT, fault);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** In the engine's own shape of an error. */
    public static Map<String, String> body(DatabaseFault fault) {
        return Map.of("type", DatabaseUnavailable.class.getSimpleName(), "message", fault.words());
    }

    private void write(HttpServletResponse response, String type, Object body) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), body);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
