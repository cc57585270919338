package org.redress.page;

import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes on a case. */
@Controller
class NotePages {

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    NotePages(VisibleCases visible, CaseFiles cases, TwoAtOnce twoAtOnce, CurrentPerson person) {
        this.visible = visible;
        this.cases = cases;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/notes")
    ModelAndView ask(@PathVariable String reference) {
        return CaseForm.page("page/note", visible.get(reference), "", List.of());
    }

    @PostMapping("/cases/{reference}/notes")
    ModelAndView add(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(text);
        List<Fault> faults = Typed.faults("text", typed, "Enter a note");
        if (!faults.isEmpty()) {
            return CaseForm.page("page/note", file, typed, faults);
        }
        twoAtOnce.once(form, () -> cases.note(file.reference(), typed, person.account()));
        afterwards.addFlashAttribute("done", "The note is on the file.");
        return CaseForm.back(file, "#notes");
    }
}
