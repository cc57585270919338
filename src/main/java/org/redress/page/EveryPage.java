package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.draft.FormGuards;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.redress.people.Passwords;
import org.redress.people.StaffDirectory;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs. */
@Component
@ControllerAdvice(basePackageClasses = EveryPage.class)
class EveryPage {

    private final CurrentPerson person;
    private final StaffDirectory staff;
    private final Passwords passwords;
    private final FormGuards guards;
    private final Groups groups;
    private final Kinds kinds;

    EveryPage(CurrentPerson person, StaffDirectory staff, Passwords passwords, FormGuards guards, Groups groups, Kinds kinds) {
        this.person = person;
        this.staff = staff;
        this.passwords = passwords;
        this.guards = guards;
        this.groups = groups;
        this.kinds = kinds;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAllAttributes(frame(request));
    }

    /** The frame for nobody in particular: to find out who somebody is, the database would have to be asked. */
    Map<String, Object> bareFrame(HttpServletRequest request) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("base", request.getContextPath());
        frame.put("show", new Show(staff, kinds));
        frame.put("localAccount", false);
        // names this very page: sent twice, it counts once
        frame.put("thisPage", UUID.randomUUID().toString());
        frame.put("sessionSeconds", 0);
        frame.put("caseStaff", false);
        frame.put("manager", false);
        // shown within Tasklist, beside a form: the frame around the page is Tasklist's own
        frame.put("within", "iframe".equals(request.getHeader("Sec-Fetch-Dest")));
        return frame;
    }

    Map<String, Object> frame(HttpServletRequest request) {
        Map<String, Object> frame = bareFrame(request);
        Show show = new Show(staff, kinds);
        frame.put("csrf", request.getAttribute(CsrfToken.class.getName()));
        frame.put("show", show);
        frame.put("account", person.accountIfAny().orElse(null));
        frame.put("localAccount", person.accountIfAny().map(passwords::localTo).orElse(false));
        HttpSession session = request.getSession(false);
        frame.put("sessionSeconds", session == null ? 0 : session.getMaxInactiveInterval());
        frame.put("guard", guard(request, request.getRequestURI().substring(request.getContextPath().length())));
        frame.put("me", person.accountIfAny().map(show::person).orElse(null));
        frame.put("caseStaff", person.isIn(groups.caseStaff().toArray(String[]::new)));
        frame.put("manager", person.isIn(groups.with(Kind.Part.MANAGER).toArray(String[]::new)));
        return frame;
    }

    /** What proves that a form that goes to a place, or to one about the same thing, is from a page made for this person. */
    String guard(HttpServletRequest request, String place) {
        HttpSession session = request.getSession(false);
        return session == null
                ? null
                : person.accountIfAny().map(account -> guards.issue(account, session.getId(), place)).orElse(null);
    }
}
