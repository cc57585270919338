package org.redress.engine.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.redress.engine.accounts.TriesUnderWay;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** How each door says no. Every no to somebody who is signed in is logged. */
@Component
class DoorRefusals {

    private static final Logger log = LoggerFactory.getLogger(DoorRefusals.class);

    private static final String NOT_AN_ADDRESS = "No address here is written like this. Check it for doubled slashes, semicolons,"
            + " percent signs and invisible characters. Nothing was done.";

    /** Where the page about errors finds what to say. */
    private static final String TOO_MANY = "door.too-many";

    private final CurrentPerson person;
    private final Groups groups;
    private final LateForms late;
    private final ObjectMapper json;

    DoorRefusals(CurrentPerson person, Groups groups, LateForms late, ObjectMapper json) {
        this.person = person;
        this.groups = groups;
        this.late = late;
        this.json = json;
    }

    /** The engine's own shape of an error. */
    void engineUnknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge(request, response);
        engine(response, HttpStatus.UNAUTHORIZED, "AuthenticationException", "Sign in to use the engine.");
    }

    void engineDenied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        note(request);
        engine(response, HttpStatus.FORBIDDEN, "AuthorizationException", "Your role does not open this door of the engine.");
    }

    void apiUnknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge(request, response);
        problem(request, response, HttpStatus.UNAUTHORIZED, "Sign in to use this door.");
    }

    void apiDenied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        note(request);
        boolean nobody = person.accountIfAny().isEmpty() && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        if (cause instanceof CsrfException && nobody) {
            // a machine that forgot its password has no page to load again
            challenge(request, response);
            problem(request, response, HttpStatus.UNAUTHORIZED, "Sign in to use this door.");
        } else if (cause instanceof CsrfException) {
            problem(request, response, HttpStatus.FORBIDDEN, "The page is too old. Load it again and repeat.");
        } else if (request.getRequestURI().startsWith(request.getContextPath() + "/api/cases")
                && !person.isIn(groups.caseStaff().toArray(String[]::new))) {
            // whoever may not see cases does not learn which exist
            problem(request, response, HttpStatus.NOT_FOUND, "There is nothing here.");
        } else {
            problem(request, response, HttpStatus.FORBIDDEN, "Your role does not open this door.");
        }
    }

    void pageUnknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String asked = request.getRequestURI().substring(request.getContextPath().length())
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String next = "GET".equals(request.getMethod()) ? "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : "";
        response.sendRedirect(request.getContextPath() + SecurityChains.SIGN_IN + next);
    }

    void pageDenied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        note(request);
        boolean tooOld = cause instanceof CsrfException;
        Optional<String> kept = tooOld ? late.keep(request) : Optional.empty();
        if (kept.isPresent()) {
            boolean signedOut = person.accountIfAny().isEmpty();
            response.sendRedirect(request.getContextPath()
                    + (signedOut ? SecurityChains.SIGN_IN + "?problem=kept&next=" + kept.get() : kept.get()));
            return;
        }
        response.sendError(tooOld ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    void engineTooEarly(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        noteTooEarly(request);
        engine(response, HttpStatus.TOO_MANY_REQUESTS, "AuthenticationException", tooEarly(wait));
    }

    void apiTooEarly(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        noteTooEarly(request);
        problem(request, response, HttpStatus.TOO_MANY_REQUESTS, tooEarly(wait));
    }

    void pageTooEarly(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        noteTooEarly(request);
        if (wait.equals(TriesUnderWay.A_MOMENT)) {
            request.setAttribute(TOO_MANY, tooEarly(wait));
        }
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** An address, or what came with it, that is written as none of ours is: at each door in that door's own form. */
    void notAnAddress(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        log.info("Not an address of ours: {}", cause.getMessage());
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // which door was meant, with the slashes and parameters taken out that it was refused for
        String meant = path.replaceAll(";[^/]*", "").replaceAll("/+", "/");
        if (meant.equals("/api") || meant.startsWith("/api/")) {
            write(response, HttpStatus.BAD_REQUEST, "application/problem+json",
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, NOT_AN_ADDRESS));
        } else if (meant.startsWith("/engine-rest") || meant.startsWith("/camunda/api")) {
            engine(response, HttpStatus.BAD_REQUEST, "InvalidRequestException", NOT_AN_ADDRESS);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    void engineTooMany(HttpServletRequest request, HttpServletResponse response, String words) throws IOException {
        noteTooMany(request);
        engine(response, HttpStatus.TOO_MANY_REQUESTS, "AuthenticationException", words);
    }

    void apiTooMany(HttpServletRequest request, HttpServletResponse response, String words) throws IOException {
        noteTooMany(request);
        problem(request, response, HttpStatus.TOO_MANY_REQUESTS, words);
    }

    void pageTooMany(HttpServletRequest request, HttpServletResponse response, String words) throws IOException {
        noteTooMany(request);
        request.setAttribute(TOO_MANY, words);
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private void noteTooMany(HttpServletRequest request) {
        log.warn("More than its share from {} at {}: {} {}", person.accountIfAny().orElse("nobody"), request.getRemoteAddr(),
                request.getMethod(), request.getRequestURI());
    }

    private static String tooEarly(Duration wait) {
        if (wait.equals(TriesUnderWay.A_MOMENT)) {
            return "Too many passwords for this account are being checked at this moment. Try again in a few seconds.";
        }
        long minutes = wait.plusSeconds(59).toMinutes();
        return "Too many wrong passwords. Wait " + (minutes <= 1 ? "a minute" : minutes + " minutes") + " and try again.";
    }

    private static void noteTooEarly(HttpServletRequest request) {
        log.warn("Too many passwords: {} {}", request.getMethod(), request.getRequestURI());
    }

    private void note(HttpServletRequest request) {
        log.info("Refused to {}: {} {}", person.accountIfAny().orElse("nobody"), request.getMethod(), request.getRequestURI());
    }

    /** Not to a script in a page: the browser would ask the person for a password in a window of its own. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("X-Requested-With") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Redress\", charset=\"UTF-8\"");
        }
    }

    private void engine(HttpServletResponse response, HttpStatus status, String type, String message) throws IOException {
        write(response, status, "application/json", Map.of("type", type, "message", message));
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        write(response, status, "application/problem+json", problem);
    }

    private void write(HttpServletResponse response, HttpStatus status, String type, Object body) throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), body);
    }
}
