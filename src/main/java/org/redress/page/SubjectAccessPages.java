package org.redress.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.retention.SubjectAccess;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Subject access, for managers. The name travels in the body of a request, never in an address. */
@Controller
class SubjectAccessPages {

    private final SubjectAccess subjectAccess;
    private final CurrentPerson person;

    SubjectAccessPages(SubjectAccess subjectAccess, CurrentPerson person) {
        this.subjectAccess = subjectAccess;
        this.person = person;
    }

    @GetMapping("/subject-access")
    ModelAndView ask() {
        return page("", null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/subject-access")
    ModelAndView find(@RequestParam(defaultValue = "") String who) {
        String typed = Typed.text(who);
        if (typed.length() < SubjectAccess.SHORTEST || Typed.cannotBeKept(typed)) {
            return page(typed, null, List.of(new Fault("who", "Enter at least " + SubjectAccess.SHORTEST
                    + " letters of a name or e-mail address")), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page(typed, subjectAccess.find(typed), List.of(), HttpStatus.OK);
    }

    @PostMapping("/subject-access/export")
    ModelAndView export(
            @RequestParam(required = false) List<Long> party,
            @RequestParam(defaultValue = "") String who,
            HttpServletResponse response)
            throws IOException {
        if (party == null || party.isEmpty()) {
            return page(who, who.isBlank() ? null : subjectAccess.find(who),
                    List.of(new Fault("party", "Select the entries that are this person")), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("subject-access.zip").build().toString());
        subjectAccess.write(party, person.account(), response.getOutputStream());
        return null;
    }

    private static ModelAndView page(String typed, SubjectAccess.Hits hits, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/subject-access", status);
        page.addObject("typed", typed);
        page.addObject("hits", hits);
        page.addObject("faults", faults);
        return page;
    }
}
