package org.redress.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.redress.casefile.Agreed;
import org.redress.casefile.Capacity;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePeople;
import org.redress.casefile.CasePermissions;
import org.redress.casefile.Party;
import org.redress.casefile.Standing;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.kind.Kind;
import org.redress.letter.OwnWorkRefused;
import org.redress.people.CurrentPerson;
import org.redress.review.LettersAfterOthers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person on a case: their details put right, who acts for them, what is held back from them. */
@Controller
class PersonPages {

    private static final String PERSON = "person ";

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final CasePeople people;
    private final CasePermissions permissions;
    private final LettersAfterOthers late;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    PersonPages(
            VisibleCases visible,
            CaseFiles cases,
            CasePeople people,
            CasePermissions permissions,
            LettersAfterOthers late,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.visible = visible;
        this.cases = cases;
        this.people = people;
        this.permissions = permissions;
        this.late = late;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/people/{id}")
    ModelAndView ask(@PathVariable String reference, @PathVariable long id) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        return page(file, party, PersonFields.of(party), "", List.of());
    }

    @PostMapping("/cases/{reference}/people/{id}")
    ModelAndView correct(
            @PathVariable String reference,
            @PathVariable long id,
            PersonFields answers,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String acknowledgeAgain,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, required = false) String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        String why = Typed.text(reason);
        List<Fault> faults = new ArrayList<>(answers.faults());
        faults.addAll(Typed.faults("reason", why, "Say what changed and how you know"));
        if (!faults.isEmpty()) {
            return page(file, party, answers, why, faults);
        }
        try {
            twoAtOnce.change(form, PERSON + id, seen, () -> mark(file, id), () -> {
                people.correct(
                        file.reference(), id, answers.details(), answers.standingChosen(), answers.agreed(), why, person.account());
                if (acknowledgeAgain.equals("YES") && cases.part(party).head()) {
                    late.acknowledgeAgain(file.reference(), person.account());
                }
            });
        } catch (ChangedMeanwhile changed) {
            return TwoAtOnce.second(
                    page(file, people.get(file.reference(), id), answers, why, TwoAtOnce.notSaved()),
                    twoAtOnce.whoWasFirst(file.reference(), "CORRECTED_PERSON", "CORRECTED_ADDRESS"));
        }
        afterwards.addFlashAttribute("done", "The details of " + answers.fullName() + " are put right. Drafts of letters follow.");
        return CaseForm.back(file, "#people");
    }

    @GetMapping("/cases/{reference}/people/{id}/representative")
    ModelAndView askWhoActs(@PathVariable String reference, @PathVariable long id) {
        CaseFile file = visible.get(reference);
        return representative(file, people.get(file.reference(), id), PersonFields.empty(), "", List.of());
    }

    @PostMapping("/cases/{reference}/people/{id}/representative")
    ModelAndView represent(
            @PathVariable String reference,
            @PathVariable long id,
            PersonFields answers,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        List<Fault> faults = new ArrayList<>();
        if (Arrays.stream(Capacity.values()).noneMatch(value -> value.name().equals(capacity))) {
            faults.add(new Fault("capacity", "Select as what they act"));
        }
        if (cases.part(party).acts()) {
            faults.add(new Fault("full-name", "A representative has no representative. Put them on the file for the person themselves"));
        }
        faults.addAll(answers.faults());
        if (!faults.isEmpty()) {
            return representative(file, party, answers, capacity, faults);
        }
        twoAtOnce.once(form, () -> people.represent(
                file.reference(), id, Capacity.valueOf(capacity), answers.details(), person.account()));
        afterwards.addFlashAttribute(
                "done", answers.fullName() + " acts for " + party.fullName() + ". Letters for them go there from now on.");
        return CaseForm.back(file, "#people");
    }

    @PostMapping("/cases/{reference}/people/{id}/off")
    ModelAndView takeOff(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String offReason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        String why = Typed.text(offReason);
        List<Fault> faults = new ArrayList<>(Typed.faults("off-reason", why, "Say why they come off the file"));
        Kind.Party part = cases.part(party);
        if (part.head()) {
            faults.add(new Fault(
                    "off-reason", "A case has one " + part.words().toLowerCase(Locale.UK) + ". Put their details right instead"));
        }
        if (!faults.isEmpty()) {
            return page(file, party, PersonFields.of(party), "", faults);
        }
        twoAtOnce.once(form, () -> people.takeOff(file.reference(), id, why, person.account()));
        afterwards.addFlashAttribute("done", party.fullName() + " is off the file. What the file said is on the record.");
        return CaseForm.back(file, "#people");
    }

    @PostMapping("/cases/{reference}/people/{id}/hold")
    ModelAndView holdBack(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String holdReason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        return hold(reference, id, Typed.text(holdReason), form, true, afterwards);
    }

    @PostMapping("/cases/{reference}/people/{id}/release")
    ModelAndView release(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String holdReason,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        return hold(reference, id, Typed.text(holdReason), form, false, afterwards);
    }

    private ModelAndView hold(
            String reference, long id, String why, String form, boolean back, RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        List<Fault> faults = Typed.faults(
                "hold-reason", why, back ? "Say how telling them might prejudice an investigation" : "Say why they may hear it now");
        if (!faults.isEmpty()) {
            return page(file, party, PersonFields.of(party), "", faults);
        }
        twoAtOnce.once(form, () -> {
            if (back && party.told()) {
                people.holdBack(file.reference(), id, why, person.account());
            } else if (!back && !party.told()) {
                people.release(file.reference(), id, why, person.account());
            }
        });
        afterwards.addFlashAttribute("done", back
                ? "The determination is held back from " + party.fullName() + "."
                : "The determination is no longer held back from " + party.fullName() + ".");
        return CaseForm.back(file, "/people/" + id);
    }

    /** The others have their letter of the determination; this one was held back and goes now. */
    @PostMapping("/cases/{reference}/people/{id}/determination")
    ModelAndView send(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        Party party = people.get(file.reference(), id);
        try {
            twoAtOnce.once(form, () -> late.sendDetermination(file, party, person.account()));
        } catch (OwnWorkRefused own) {
            return page(file, party, PersonFields.of(party), "", List.of(new Fault(
                    "send-determination", "You wrote what is in this letter, so somebody else approves it")));
        }
        afterwards.addFlashAttribute("done", "The determination goes to " + party.fullName() + ".");
        return CaseForm.back(file, "#letters");
    }

    private String mark(CaseFile file, long id) {
        return PersonFields.of(people.get(file.reference(), id)).mark();
    }

    private ModelAndView page(CaseFile file, Party party, PersonFields answers, String reason, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/person", file, faults);
        page.addObject("party", party);
        page.addObject("answers", answers);
        page.addObject("reason", reason);
        page.addObject("mark", PersonFields.of(party).mark());
        page.addObject("standings", Standing.values());
        page.addObject("forms", Agreed.Form.values());
        page.addObject("may", permissions.of(file));
        Kind.Party part = cases.part(party);
        page.addObject("isApplicant", part.head());
        page.addObject("canBeHeldBack", part.further() && !part.brought());
        page.addObject("canAcknowledgeAgain",
                part.head() && late.canAcknowledgeAgain(file.reference()));
        page.addObject("waitingLetter", late.waitingDetermination(file, party).orElse(null));
        return page;
    }

    private static ModelAndView representative(
            CaseFile file, Party party, PersonFields answers, String capacity, List<Fault> faults) {
        return CaseForm.page("page/representative", file, faults)
                .addObject("party", party)
                .addObject("answers", answers)
                .addObject("capacity", capacity)
                .addObject("capacities", Capacity.values());
    }
}
