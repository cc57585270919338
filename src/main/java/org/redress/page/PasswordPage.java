package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.people.PasswordRefused;
import org.redress.people.Passwords;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people change their own password. */
@Controller
class PasswordPage {

    private final Passwords passwords;
    private final CurrentPerson person;
    private final SecurityContextRepository sessions;

    PasswordPage(Passwords passwords, CurrentPerson person, SecurityContextRepository sessions) {
        this.passwords = passwords;
        this.person = person;
        this.sessions = sessions;
    }

    @GetMapping("/password")
    ModelAndView ask() {
        return page(List.of(), HttpStatus.OK);
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String newPassword,
            RedirectAttributes afterwards,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.change(person.account(), oldPassword, newPassword);
        } catch (ChangedMeanwhile changed) {
            return page(
                    List.of(new Fault("old", "Your password was changed in another place a moment ago. That one counts now:"
                            + " sign in with it, or type it here as the old one to change it again")),
                    HttpStatus.CONFLICT);
        } catch (PasswordRefused refused) {
            return page(
                    List.of(new Fault(refused.oldIsWrong() ? "old" : "wanted", refused.getMessage())),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        // every session of the old password ends; this one begins anew, under a new name
        request.changeSessionId();
        sessions.saveContext(SecurityContextHolder.getContext(), request, response);
        afterwards.addFlashAttribute("done", "Your password is changed.");
        return new ModelAndView("redirect:/password");
    }

    private static ModelAndView page(List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/password", status);
        page.addObject("faults", faults);
        return page;
    }
}
