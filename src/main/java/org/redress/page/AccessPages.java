package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.RestrictionRefused;
import org.redress.casefile.Restrictions;
import org.redress.draft.ChangedMeanwhile;
import org.redress.draft.Unchanged;
import org.redress.kernel.Fault;
import org.redress.people.Bar;
import org.redress.people.Conflicts;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see a case and who stays away from it: restriction, and conflicts set aside. */
@Controller
class AccessPages {

    /** How the doors that keep people away from a case, and let them near again, wait for each other. */
    static final String KEPT_AWAY = "who is kept away from ";

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final Restrictions restrictions;
    private final Conflicts conflicts;
    private final StaffDirectory staff;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    AccessPages(
            VisibleCases visible,
            CaseFiles cases,
            Restrictions restrictions,
            Conflicts conflicts,
            StaffDirectory staff,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.visible = visible;
        this.cases = cases;
        this.restrictions = restrictions;
        this.conflicts = conflicts;
        this.staff = staff;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/restriction")
    ModelAndView askToRestrict(@PathVariable String reference) {
        CaseFile file = visible.get(reference);
        return restriction(file, cases.allowed(file.reference()), false, "", List.of());
    }

    @PostMapping("/cases/{reference}/restriction")
    ModelAndView restrict(
            @PathVariable String reference,
            @RequestParam(required = false) Set<String> allowed,
            @RequestParam(defaultValue = "false") boolean givenAway,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        Set<String> named = allowed == null ? Set.of() : new TreeSet<>(allowed);
        if (Typed.cannotBeKept(typed)) {
            return restriction(file, named, givenAway, typed, Typed.faults("reason", typed, ""));
        }
        try {
            change(form, file, seen, () -> restrictions.restrict(file.reference(), named, givenAway, typed, person.account()));
        } catch (RestrictionRefused refused) {
            return restriction(file, named, givenAway, typed, List.of(new Fault(refused.field(), refused.getMessage())));
        } catch (ChangedMeanwhile changed) {
            CaseFile now = visible.get(reference);
            return TwoAtOnce.second(restriction(now, named, givenAway, typed, TwoAtOnce.notSaved()), standing(now));
        }
        afterwards.addFlashAttribute("done", "The case is restricted. Nobody else finds it any more.");
        return givenAway ? toTheList() : CaseForm.back(file, "");
    }

    @PostMapping("/cases/{reference}/restriction/lift")
    ModelAndView lift(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String liftReason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(liftReason);
        List<Fault> faults = Typed.faults("lift-reason", typed, "Say why the restriction is lifted");
        if (!faults.isEmpty()) {
            return lifting(file, typed, faults);
        }
        try {
            change(form, file, seen, () -> restrictions.lift(file.reference(), typed, person.account()));
        } catch (ChangedMeanwhile changed) {
            CaseFile now = visible.get(reference);
            return TwoAtOnce.second(lifting(now, typed, TwoAtOnce.notSaved()), standing(now))
                    // there is nothing to lift where a colleague has lifted it
                    .addObject("toCopy", now.restricted() ? "" : typed);
        }
        afterwards.addFlashAttribute("done", "The restriction is lifted. All case staff find the case again.");
        return CaseForm.back(file, "");
    }

    @GetMapping("/cases/{reference}/conflicts")
    ModelAndView askToSetAside(@PathVariable String reference) {
        return setAside(visible.get(reference), "", "", List.of());
    }

    @PostMapping("/cases/{reference}/conflicts")
    ModelAndView setAside(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        List<Fault> faults = new ArrayList<>();
        if (!wasKeptAway(file.reference(), account)) {
            faults.add(new Fault("account", "Select who may work on the case after all"));
        }
        faults.addAll(Typed.faults("reason", typed, "Say why this person may work on the case after all"));
        if (!faults.isEmpty()) {
            return setAside(file, account, typed, faults);
        }
        try {
            twoAtOnce.change(
                    form,
                    KEPT_AWAY + file.reference(),
                    seen,
                    () -> markOf(conflicts.barred(file.reference())),
                    () -> conflicts.lift(file.reference(), account, typed, person.account()));
        } catch (ChangedMeanwhile changed) {
            return TwoAtOnce.second(
                            setAside(file, account, typed, TwoAtOnce.notSaved()),
                            twoAtOnce.whoWasFirst(
                                    file.reference(), "OVERRODE_CONFLICT", "FOUND_CONFLICT", "DECLARED_INTEREST"))
                    .addObject("toCopy", conflicts.barred(file.reference()).isEmpty() ? typed : "");
        }
        afterwards.addFlashAttribute("done", staff.nameOf(account) + " may work on the case. Your reasons are on the file.");
        return CaseForm.back(file, "#access");
    }

    /** Changes who may see the case, where nobody else has since the page was shown. */
    private void change(String form, CaseFile file, String seen, Runnable change) {
        twoAtOnce.once(form, () -> restrictions.whereStill(seen, file.reference(), change));
    }

    /** Who changed the restriction last, and what stands now. */
    private List<String> standing(CaseFile file) {
        List<String> words = new ArrayList<>(twoAtOnce.whoWasFirst(file.reference(), "RESTRICTED_CASE", "LIFTED_RESTRICTION"));
        words.add(file.restricted()
                ? "Named now: " + cases.allowed(file.reference()).stream().map(staff::nameOf).collect(Collectors.joining(", ")) + "."
                : "The case is not restricted now: all case staff find it.");
        return words;
    }

    private boolean wasKeptAway(String reference, String account) {
        return conflicts.isBarred(reference, account)
                || conflicts.setAside(reference).stream().anyMatch(one -> one.account().equals(account));
    }

    private static String markOf(List<Bar> bars) {
        return Unchanged.mark(bars.toArray());
    }

    private ModelAndView lifting(CaseFile file, String reason, List<Fault> faults) {
        ModelAndView page = restriction(file, cases.allowed(file.reference()), false, "", faults);
        page.addObject("liftReason", reason);
        return page;
    }

    private ModelAndView restriction(
            CaseFile file, Set<String> allowed, boolean givenAway, String reason, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/restriction", file, faults);
        page.addObject("people", staff.caseStaff(file.reference()).stream()
                .filter(member -> !member.account().equals(person.account()))
                .toList());
        page.addObject("allowed", allowed);
        page.addObject("givenAway", givenAway);
        page.addObject("reason", reason);
        page.addObject("liftReason", "");
        page.addObject("seen", restrictions.mark(file.reference()));
        return page;
    }

    private ModelAndView setAside(CaseFile file, String account, String reason, List<Fault> faults) {
        List<Bar> bars = conflicts.barred(file.reference());
        ModelAndView page = CaseForm.page("page/conflicts", file, faults);
        page.addObject("bars", bars);
        page.addObject("accounts", bars.stream().map(Bar::account).distinct().toList());
        page.addObject("chosen", account);
        page.addObject("reason", reason);
        page.addObject("seen", markOf(bars));
        return page;
    }

    /** Where somebody goes who has just given up the sight of the case. */
    private static ModelAndView toTheList() {
        return new ModelAndView("redirect:/cases");
    }
}
