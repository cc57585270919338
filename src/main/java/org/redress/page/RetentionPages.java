package org.redress.page;

import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.clock.Now;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.record.RecordWatch;
import org.redress.record.Verdict;
import org.redress.retention.Disposal;
import org.redress.retention.HoldRefused;
import org.redress.retention.LegalHolds;
import org.redress.retention.RetentionRules;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For managers: whether the record is whole, what falls due for disposal, and what is kept beyond its day. */
@Controller
class RetentionPages {

    /** How far ahead the list looks, in days. */
    private static final int AHEAD = 90;

    private final RecordWatch watch;
    private final Disposal disposal;
    private final RetentionRules rules;
    private final LegalHolds holds;
    private final VisibleCases visible;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;
    private final Now now;

    RetentionPages(
            RecordWatch watch,
            Disposal disposal,
            RetentionRules rules,
            LegalHolds holds,
            VisibleCases visible,
            TwoAtOnce twoAtOnce,
            CurrentPerson person,
            Now now) {
        this.watch = watch;
        this.disposal = disposal;
        this.rules = rules;
        this.holds = holds;
        this.visible = visible;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
        this.now = now;
    }

    @GetMapping("/retention")
    String overview(Model model) {
        model.addAttribute("checked", watch.latest().orElse(null));
        model.addAttribute("ahead", AHEAD);
        model.addAttribute("today", now.today());
        model.addAttribute(
                "due",
                disposal.dueBy(now.today().plusDays(AHEAD)).stream()
                        .filter(due -> visible.glimpse(due.reference()).isPresent())
                        .toList());
        model.addAttribute("rules", rules.all());
        return "page/retention";
    }

    @PostMapping("/retention/check")
    String check(RedirectAttributes afterwards) {
        Verdict verdict = watch.check();
        if (verdict.whole()) {
            afterwards.addFlashAttribute("done", "The record is whole: " + verdict.head().number() + " acts.");
        }
        return "redirect:/retention";
    }

    @GetMapping("/retention/{reference}/hold")
    ModelAndView ask(@PathVariable String reference) {
        return page(visible.get(reference), "", List.of());
    }

    @PostMapping("/retention/{reference}/hold")
    ModelAndView hold(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean lift,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        if (Typed.cannotBeKept(typed)) {
            return page(file, typed, Typed.faults("reason", typed, ""));
        }
        try {
            twoAtOnce.change(form, "the hold on " + file.reference(), seen, () -> mark(file.reference()), () -> {
                if (lift) {
                    holds.lift(file.reference(), typed, person.account());
                } else {
                    holds.set(file.reference(), typed, person.account());
                }
            });
        } catch (HoldRefused refused) {
            return page(file, typed, List.of(new Fault("reason", refused.getMessage())));
        } catch (ChangedMeanwhile changed) {
            // whichever of the two was wanted is done by now, or stands otherwise; the words belong to nothing that can be sent
            return TwoAtOnce.second(
                            page(file, "", TwoAtOnce.notSaved()),
                            twoAtOnce.whoWasFirst(file.reference(), "SET_LEGAL_HOLD", "LIFTED_LEGAL_HOLD"))
                    .addObject("toCopy", typed);
        }
        afterwards.addFlashAttribute(
                "done", lift ? "The legal hold is lifted." : "The case is kept until the hold is lifted.");
        return CaseForm.back(file, "");
    }

    /** Stands for whether a hold stands, and which. */
    private String mark(String reference) {
        return holds.standing(reference).map(hold -> "hold " + hold.id()).orElse("no hold");
    }

    private ModelAndView page(CaseFile file, String typed, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/hold", file, typed, faults);
        page.addObject("hold", holds.standing(file.reference()).orElse(null));
        page.addObject("seen", mark(file.reference()));
        return page;
    }
}
