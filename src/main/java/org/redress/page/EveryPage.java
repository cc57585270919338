package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
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

    EveryPage(CurrentPerson person, StaffDirectory staff) {
        this.person = person;
        this.staff = staff;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAllAttributes(frame(request));
    }

    Map<String, Object> frame(HttpServletRequest request) {
        Map<String, Object> frame = new HashMap<>();
        Show show = new Show(staff);
        frame.put("base", request.getContextPath());
        frame.put("csrf", request.getAttribute(CsrfToken.class.getName()));
        frame.put("show", show);
        frame.put("me", person.accountIfAny().map(show::person).orElse(null));
        frame.put("caseStaff", person.isIn(Groups.CASE_STAFF.toArray(String[]::new)));
        frame.put("manager", person.isIn(Groups.REVIEWS_MANAGERS));
        // shown within Tasklist, beside a form: the frame around the page is Tasklist's own
        frame.put("within", "iframe".equals(request.getHeader("Sec-Fetch-Dest")));
        return frame;
    }
}
