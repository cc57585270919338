package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.casefile.CaseReference;
import org.redress.record.RefusedActs;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Puts on record which closed doors somebody who is signed in knocked at. Of the address only words of ours are kept. */
@Component
class RefusedDoors {

    /** Parts of our addresses. Anything else in an address may be what somebody typed. */
    private static final Set<String> OURS = Set.of(
            "cases", "api", "applications", "papers", "withdrawals", "answers", "documents", "letters", "notes", "people",
            "record", "export", "hold", "check", "restriction", "clocks", "calendar", "deadline", "recommendations", "reply",
            "retention", "subject-access", "actuator", "engine-rest", "camunda", "app", "admin", "cockpit", "tasklist", "engine",
            "default", "task", "filter", "process-instance", "process-definition", "decision-definition", "deployment", "history",
            "variable-instance", "variables", "user", "group", "members", "authorization", "job", "incident", "message", "signal",
            "execution", "create", "start", "submit-form", "complete", "resolve", "delegate", "claim", "unclaim", "assignee",
            "modification", "migration", "batch", "external-task", "user-operation", "detail", "comment", "attachment", "plugin");

    private final RefusedActs refused;

    RefusedDoors(RefusedActs refused) {
        this.refused = refused;
    }

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        boolean somebody = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
        if (somebody && event.getSource() instanceof HttpServletRequest request) {
            String[] parts = request.getRequestURI().substring(request.getContextPath().length()).split("/");
            String path = Arrays.stream(parts).skip(1).map(RefusedDoors::known).collect(Collectors.joining("/", "/", ""));
            refused.note(reference(parts).orElse(null), who.getName(), request.getMethod() + " " + path);
        }
    }

    private static String known(String part) {
        return OURS.contains(part) ? part : CaseReference.read(part).map(CaseReference::inAddress).orElse("…");
    }

    private static Optional<String> reference(String... parts) {
        return Arrays.stream(parts).map(CaseReference::read).flatMap(Optional::stream).findFirst();
    }
}
