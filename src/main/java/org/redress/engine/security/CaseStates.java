package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseNotFound;
import org.redress.casefile.CasePermissions;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.redress.people.Permission;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where a path names a case, the person must be one who may know of it, and the state of the case must allow what the door
 * is for. One place for all our pages and REST doors, so that none can forget it.
 */
@Component
class CaseStates implements HandlerInterceptor, WebMvcConfigurer {

    private final Doors doors;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final CasePermissions permissions;
    private final CurrentPerson person;

    CaseStates(Doors doors, CaseFiles cases, CaseAccess access, CasePermissions permissions, CurrentPerson person) {
        this.doors = doors;
        this.cases = cases;
        this.access = access;
        this.permissions = permissions;
        this.person = person;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // every path: a list of them could lack one
        registry.addInterceptor(this);
    }

    /**
     * @throws CaseNotFound where the case is hidden from the person at work
     * @throws CaseClosed where the case is closed and nothing that the door is for may then be done
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<CaseFile> file = named(request).flatMap(cases::find);
        if (file.isPresent()) {
            if (!mayKnow(file.get())) {
                access.refused(file.get().reference(), person.account(), "the case file");
                throw new CaseNotFound(file.get().reference());
            }
            String path = request.getRequestURI().substring(request.getContextPath().length());
            List<Permission> actions = doors.actions(request.getMethod(), path, person.groups());
            if (actions.stream().noneMatch(action -> permissions.stateAllows(action, file.get()))) {
                throw new CaseClosed(file.get().reference());
            }
        }
        return true;
    }

    /** Machines hand in without seeing. */
    private boolean mayKnow(CaseFile file) {
        return person.isIn(Groups.INTAKE_CLIENTS) || access.mayKnow(file);
    }

    private static Optional<String> named(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable((String) variables.get("reference"))
                : Optional.empty();
    }
}
