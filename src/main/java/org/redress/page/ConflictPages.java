package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.redress.casefile.CaseFile;
import org.redress.casefile.NamedConflicts;
import org.redress.desk.LateConflicts;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.people.Conflicts;
import org.redress.people.CurrentPerson;
import org.redress.people.OwnWorkRefused;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A colleague's conflict of interest comes to light while the case is under way. One's own is declared elsewhere. */
@Controller
class ConflictPages {

    private static final String FREE = "not kept away";

    private final VisibleCases visible;
    private final LateConflicts lateConflicts;
    private final NamedConflicts named;
    private final Conflicts conflicts;
    private final StaffDirectory staff;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    ConflictPages(
            VisibleCases visible,
            LateConflicts lateConflicts,
            NamedConflicts named,
            Conflicts conflicts,
            StaffDirectory staff,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.visible = visible;
        this.lateConflicts = lateConflicts;
        this.named = named;
        this.conflicts = conflicts;
        this.staff = staff;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/conflict")
    ModelAndView ask(@PathVariable String reference) {
        return page(visible.get(reference), "", "", List.of());
    }

    @PostMapping("/cases/{reference}/conflict")
    ModelAndView say(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String reason = Typed.text(why);
        List<Fault> faults = new ArrayList<>();
        if (colleagues(file).noneMatch(member -> member.account().equals(who))) {
            faults.add(new Fault("who", "Select who has the conflict"));
        }
        faults.addAll(Typed.faults("why", reason, "Enter what the conflict is"));
        if (!faults.isEmpty()) {
            return page(file, who, reason, faults);
        }
        AtomicBoolean keptAway = new AtomicBoolean();
        try {
            // the page offers only colleagues who are not kept away yet
            twoAtOnce.change(
                    form,
                    AccessPages.KEPT_AWAY + file.reference(),
                    FREE,
                    () -> conflicts.isBarred(file.reference(), who) ? "" : FREE,
                    () -> keptAway.set(lateConflicts.found(file.reference(), who, reason, person.account())));
        } catch (ChangedMeanwhile changed) {
            return TwoAtOnce.second(
                    page(file, who, reason, TwoAtOnce.notSaved()), keptAway(file.reference(), who));
        }
        boolean now = keptAway.get() || conflicts.isBarred(file.reference(), who);
        afterwards.addFlashAttribute("done", now
                ? staff.nameOf(who) + " is kept away from " + file.reference() + ". What they had in hand is free again."
                : "Nobody else of the group of " + staff.nameOf(who) + " sees " + file.reference()
                        + ". So nothing is hidden yet: it waits for a second person.");
        return CaseForm.back(file, now ? "" : "/conflict");
    }

    /** A second person says whether a conflict is one that would lock the last of a group out. */
    @PostMapping("/cases/{reference}/conflict/{id}")
    ModelAndView answer(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String reason = Typed.text(why);
        boolean confirm = answer.equals("confirm");
        List<Fault> faults = new ArrayList<>();
        if (!confirm && !answer.equals("refuse")) {
            faults.add(new Fault("answer-" + id, "Select whether they must stay away"));
        }
        if (answer.equals("refuse") || Typed.cannotBeKept(reason)) {
            faults.addAll(Typed.faults("why-" + id, reason, "Say why they may stay"));
        }
        if (!faults.isEmpty()) {
            return page(file, "", "", faults);
        }
        AtomicBoolean done = new AtomicBoolean();
        try {
            twoAtOnce.once(form, () -> done.set(confirm
                    ? named.confirm(file.reference(), id, person.account())
                    : named.refuse(file.reference(), id, reason, person.account())));
        } catch (OwnWorkRefused own) {
            return page(file, "", "", List.of(new Fault("answer-" + id, own.getMessage())));
        }
        if (!done.get()) {
            return TwoAtOnce.second(
                    page(file, "", "", TwoAtOnce.notSaved()),
                    twoAtOnce.whoWasFirst(file.reference(), "CONFIRMED_CONFLICT", "REFUSED_CONFLICT", "DECLARED_INTEREST", "FOUND_CONFLICT"));
        }
        afterwards.addFlashAttribute("done", confirm ? "Confirmed. The case is hidden from them now." : "They stay. Your reason is on the file.");
        return CaseForm.back(file, "");
    }

    /** Who has kept somebody away already, and why. */
    private List<String> keptAway(String reference, String who) {
        return conflicts.barred(reference).stream()
                .filter(bar -> bar.account().equals(who))
                .flatMap(bar -> Stream.of(
                        twoAtOnce.first(bar.by(), bar.at()) + " " + staff.nameOf(who) + " is kept away already.",
                        bar.kind().words() + ": " + bar.reason()))
                .toList();
    }

    private Stream<StaffMember> colleagues(CaseFile file) {
        return staff.caseStaff(file.reference()).stream().filter(member -> !member.account().equals(person.account()));
    }

    private List<StaffMember> choices(CaseFile file) {
        return colleagues(file)
                .filter(member -> !conflicts.isBarred(file.reference(), member.account()))
                .toList();
    }

    private ModelAndView page(CaseFile file, String who, String why, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/conflict", file, faults);
        page.addObject("waiting", named.waiting(file.reference()));
        page.addObject("me", person.account());
        page.addObject("choices", choices(file));
        page.addObject("who", who);
        page.addObject("why", why);
        return page;
    }
}
