package org.redress.page;

import java.util.List;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseState;
import org.redress.desk.Attention;
import org.redress.desk.Escalations;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Controller;
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
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    RepeatContactPages(
            VisibleCases visible,
            Escalations escalations,
            Attention attention,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.visible = visible;
        this.escalations = escalations;
        this.attention = attention;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/repeat-contact")
    ModelAndView ask(@PathVariable String reference) {
        return CaseForm.page("page/repeat-contact", open(reference), "", List.of());
    }

    @PostMapping("/cases/{reference}/repeat-contact")
    ModelAndView note(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = open(reference);
        String typed = Typed.text(text);
        List<Fault> faults = Typed.faults("text", typed, "Enter what was said");
        if (!faults.isEmpty()) {
            return CaseForm.page("page/repeat-contact", file, typed, faults);
        }
        twoAtOnce.once(form, () -> {
            escalations.noteRepeatContact(file.reference(), typed, person.account());
            attention.look(file.reference());
        });
        afterwards.addFlashAttribute("done", "The repeated contact is on the file. Whoever must know has been told.");
        return CaseForm.back(file, "");
    }

    private CaseFile open(String reference) {
        CaseFile file = visible.get(reference);
        if (file.state() == CaseState.CLOSED) {
            throw new CaseClosed(file.reference());
        }
        return file;
    }
}
