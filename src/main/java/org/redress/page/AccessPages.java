package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseReference;
import org.redress.casefile.RestrictionRefused;
import org.redress.casefile.Restrictions;
import org.redress.people.Bar;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see a case and who stays away from it: restriction, declared interests, and conflicts set aside. */
@Controller
class AccessPages {

    /** What a person may say of themselves. */
    private static final List<ConflictKind> TO_DECLARE = List.of(
            ConflictKind.DECLARED, ConflictKind.HANDLED_FOR_FORCE, ConflictKind.NAMED_IN_COMPLAINT, ConflictKind.ADVISED);

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final Restrictions restrictions;
    private final Conflicts conflicts;
    private final StaffDirectory staff;
    private final CurrentPerson person;

    AccessPages(
            VisibleCases visible,
            CaseFiles cases,
            Restrictions restrictions,
            Conflicts conflicts,
            StaffDirectory staff,
            CurrentPerson person) {
        this.visible = visible;
        this.cases = cases;
        this.restrictions = restrictions;
        this.conflicts = conflicts;
        this.staff = staff;
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
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        Set<String> named = allowed == null ? Set.of() : new TreeSet<>(allowed);
        if (Typed.cannotBeKept(typed)) {
            return restriction(file, named, givenAway, typed, List.of(cannotBeKept("reason")));
        }
        try {
            restrictions.restrict(file.reference(), named, givenAway, typed, person.account());
        } catch (RestrictionRefused refused) {
            return restriction(file, named, givenAway, typed, List.of(new Fault(refused.field(), refused.getMessage())));
        }
        afterwards.addFlashAttribute("done", "The case is restricted. Nobody else finds it any more.");
        return to(givenAway ? "" : file.reference(), "");
    }

    @PostMapping("/cases/{reference}/restriction/lift")
    ModelAndView lift(
            @PathVariable String reference, @RequestParam(defaultValue = "") String liftReason, RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(liftReason);
        if (typed.isEmpty() || Typed.cannotBeKept(typed)) {
            ModelAndView page = restriction(
                    file,
                    cases.allowed(file.reference()),
                    false,
                    "",
                    List.of(typed.isEmpty()
                            ? new Fault("lift-reason", "Say why the restriction is lifted")
                            : cannotBeKept("lift-reason")));
            page.addObject("liftReason", typed);
            return page;
        }
        restrictions.lift(file.reference(), typed, person.account());
        afterwards.addFlashAttribute("done", "The restriction is lifted. All case staff find the case again.");
        return to(file.reference(), "");
    }

    @GetMapping("/cases/{reference}/interest")
    ModelAndView askForInterest(@PathVariable String reference) {
        return interest(visible.get(reference), "", "", List.of());
    }

    @PostMapping("/cases/{reference}/interest")
    ModelAndView declare(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        List<Fault> faults = new ArrayList<>();
        if (TO_DECLARE.stream().noneMatch(one -> one.name().equals(kind))) {
            faults.add(new Fault("kind", "Select what your interest is"));
        }
        if (typed.isEmpty() || Typed.cannotBeKept(typed)) {
            faults.add(typed.isEmpty() ? new Fault("reason", "Say what it is about") : cannotBeKept("reason"));
        }
        if (!faults.isEmpty()) {
            return interest(file, kind, typed, faults);
        }
        conflicts.declare(file.reference(), person.account(), ConflictKind.valueOf(kind), typed);
        afterwards.addFlashAttribute("done", "Your interest is on record. You no longer see "
                + file.reference() + ", and what you had in hand of it went back to the group.");
        return to("", "");
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
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        List<Fault> faults = new ArrayList<>();
        if (!conflicts.isBarred(file.reference(), account)) {
            faults.add(new Fault("account", "Select who may work on the case after all"));
        }
        if (typed.isEmpty() || Typed.cannotBeKept(typed)) {
            faults.add(typed.isEmpty()
                    ? new Fault("reason", "Say why this person may work on the case after all")
                    : cannotBeKept("reason"));
        }
        if (!faults.isEmpty()) {
            return setAside(file, account, typed, faults);
        }
        conflicts.lift(file.reference(), account, typed, person.account());
        afterwards.addFlashAttribute("done", staff.nameOf(account) + " may work on the case. Your reasons are on the file.");
        return to(file.reference(), "#access");
    }

    private ModelAndView restriction(
            CaseFile file, Set<String> allowed, boolean givenAway, String reason, List<Fault> faults) {
        ModelAndView page = page("page/restriction", file, faults);
        page.addObject("people", staff.caseStaff().stream()
                .filter(member -> !member.account().equals(person.account()))
                .toList());
        page.addObject("allowed", allowed);
        page.addObject("givenAway", givenAway);
        page.addObject("reason", reason);
        page.addObject("liftReason", "");
        return page;
    }

    private static ModelAndView interest(CaseFile file, String kind, String reason, List<Fault> faults) {
        ModelAndView page = page("page/interest", file, faults);
        page.addObject("kinds", TO_DECLARE);
        page.addObject("kind", kind);
        page.addObject("reason", reason);
        return page;
    }

    private ModelAndView setAside(CaseFile file, String account, String reason, List<Fault> faults) {
        List<Bar> bars = conflicts.barred(file.reference());
        ModelAndView page = page("page/conflicts", file, faults);
        page.addObject("bars", bars);
        page.addObject("accounts", bars.stream().map(Bar::account).distinct().toList());
        page.addObject("account", account);
        page.addObject("reason", reason);
        return page;
    }

    private static ModelAndView page(String view, CaseFile file, List<Fault> faults) {
        ModelAndView page = new ModelAndView(view, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("file", file);
        page.addObject("faults", faults);
        return page;
    }

    private static Fault cannotBeKept(String field) {
        return new Fault(field, "Type the text again: it holds a character that cannot be kept");
    }

    private static ModelAndView to(String reference, String anchor) {
        return new ModelAndView(
                "redirect:/cases" + (reference.isEmpty() ? "" : "/" + CaseReference.inAddress(reference)) + anchor);
    }
}
