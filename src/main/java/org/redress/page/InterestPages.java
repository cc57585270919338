package org.redress.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseFile;
import org.redress.casefile.NamedConflicts;
import org.redress.kernel.Fault;
import org.redress.kind.Kind;
import org.redress.people.AllocationRefused;
import org.redress.people.ConflictKind;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.redress.people.StepsInHand;
import org.redress.people.StepsInHand.StepInHand;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody has an interest in a case. They say so and who takes their steps in one act: afterwards the case is hidden from
 * them, and they can give nothing.
 */
@Controller
class InterestPages {

    /** What a person may say of themselves. */
    private static final List<ConflictKind> TO_DECLARE = List.of(
            ConflictKind.DECLARED, ConflictKind.HANDLED_FOR_FORCE, ConflictKind.NAMED_IN_COMPLAINT, ConflictKind.ADVISED);

    private final VisibleCases visible;
    private final NamedConflicts conflicts;
    private final StaffDirectory staff;
    private final StepsInHand inHand;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    InterestPages(
            VisibleCases visible, NamedConflicts conflicts, StaffDirectory staff, StepsInHand inHand, TwoAtOnce twoAtOnce, CurrentPerson person) {
        this.visible = visible;
        this.conflicts = conflicts;
        this.staff = staff;
        this.inHand = inHand;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/interest")
    ModelAndView ask(@PathVariable String reference) {
        CaseFile file = visible.get(reference);
        return page(file, "", "", inHand.of(file.reference(), person.account()), Map.of(), List.of());
    }

    /** @param next for each step in hand its id and, after a space, the account that takes it; nothing after it is the group */
    @PostMapping("/cases/{reference}/interest")
    ModelAndView declare(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) List<String> next,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(reason);
        Map<String, String> takers = takers(next == null ? List.of() : next);
        List<StepInHand> held = inHand.of(file.reference(), person.account());
        List<Fault> faults = new ArrayList<>();
        if (TO_DECLARE.stream().noneMatch(one -> one.name().equals(kind))) {
            faults.add(new Fault("kind", "Select what your interest is"));
        }
        faults.addAll(Typed.faults("reason", typed, "Say what it is about"));
        if (!faults.isEmpty()) {
            return page(file, kind, typed, held, takers, faults);
        }
        try {
            twoAtOnce.once(form, () -> conflicts.declare(
                    file.reference(),
                    person.account(),
                    ConflictKind.valueOf(kind),
                    typed,
                    () -> takers.forEach((step, to) -> inHand.handOver(file.reference(), step, person.account(), to))));
        } catch (AllocationRefused refused) {
            List<StepInHand> left = inHand.of(file.reference(), person.account());
            return page(file, kind, typed, left, takers, List.of(new Fault("next", refused.getMessage())));
        }
        afterwards.addFlashAttribute("done", "Your interest is on record. You no longer see " + file.reference()
                + (takers.isEmpty()
                        ? ", and what you had in hand of it went back to the group."
                        : ". Your steps are with whom you gave them to; the rest went back to the group."));
        return new ModelAndView("redirect:/cases");
    }

    private static Map<String, String> takers(List<String> next) {
        Map<String, String> takers = new LinkedHashMap<>();
        next.stream()
                .map(one -> one.strip().split(" ", 2))
                .filter(one -> one.length == 2)
                .forEach(one -> takers.put(one[0], one[1]));
        return takers;
    }

    private ModelAndView page(
            CaseFile file, String kind, String reason, List<StepInHand> held, Map<String, String> takers, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/interest", file, faults);
        page.addObject("kinds", TO_DECLARE);
        page.addObject("kind", kind);
        page.addObject("reason", reason);
        page.addObject("held", held);
        page.addObject("takers", takers);
        List<String> lost = conflicts.lostWith(file.reference(), person.account());
        page.addObject("lastManager", lost.stream().anyMatch(staff.groupsWith(Kind.Part.MANAGER, file.reference())::contains));
        page.addObject("last", !lost.isEmpty());
        return page;
    }
}
