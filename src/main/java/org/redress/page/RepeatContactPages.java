package org.redress.page;

import java.util.List;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseReference;
import org.redress.casefile.CaseState;
import org.redress.people.CurrentPerson;
import org.redress.review.Attention;
import org.redress.review.Escalations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody keeps coming back about a case: noted, and raised as the table Escalation says. */
@Controller
class RepeatContactPages {

    private final VisibleCases visible;
    private final Escalations escalations;
    private final Attention attention;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;

    RepeatContactPages(
            VisibleCases visible,
            Escalations escalations,
            Attention attention,
            CurrentPerson person,
            TransactionTemplate transaction) {
        this.visible = visible;
        this.escalations = escalations;
        this.attention = attention;
        this.person = person;
        this.transaction = transaction;
    }

    @GetMapping("/cases/{reference}/repeat-contact")
    ModelAndView ask(@PathVariable String reference) {
        return page(open(reference), "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/cases/{reference}/repeat-contact")
    ModelAndView note(
            @PathVariable String reference, @RequestParam(defaultValue = "") String text, RedirectAttributes afterwards) {
        CaseFile file = open(reference);
        String typed = Typed.text(text);
        if (typed.isEmpty() || Typed.cannotBeKept(typed)) {
            return page(file, typed, List.of(new Fault("text", "Enter what was said")), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        transaction.executeWithoutResult(status -> {
            escalations.noteRepeatContact(file.reference(), typed, person.account());
            attention.look(file.reference());
        });
        afterwards.addFlashAttribute("done", "The repeated contact is on the file. Whoever must know has been told.");
        return new ModelAndView("redirect:/cases/" + CaseReference.inAddress(file.reference()));
    }

    private CaseFile open(String reference) {
        CaseFile file = visible.get(reference);
        if (file.state() == CaseState.CLOSED) {
            throw new CaseClosed(file.reference());
        }
        return file;
    }

    private static ModelAndView page(CaseFile file, String typed, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/repeat-contact", status);
        page.addObject("file", file);
        page.addObject("typed", typed);
        page.addObject("faults", faults);
        return page;
    }
}
