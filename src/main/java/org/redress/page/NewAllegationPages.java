package org.redress.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseFile;
import org.redress.clock.Now;
import org.redress.desk.Attention;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.review.LetterPurpose;
import org.redress.review.NewAllegations;
import org.redress.review.ReviewLetters;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Allegations that were no part of the complaint: noted, and passed to the force as new. */
@Controller
class NewAllegationPages {

    private static final Map<String, String> WAYS = Map.of("EMAIL", "e-mail", "POST", "post", "PORTAL", "the force’s portal");
    private static final String NOT_PASSED_ON = "not passed on";

    private final VisibleCases visible;
    private final NewAllegations newAllegations;
    private final ReviewLetters reviewLetters;
    private final Attention attention;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;
    private final Now now;
    private final TransactionTemplate transaction;

    NewAllegationPages(
            VisibleCases visible,
            NewAllegations newAllegations,
            ReviewLetters reviewLetters,
            Attention attention,
            TwoAtOnce twoAtOnce,
            CurrentPerson person,
            Now now,
            TransactionTemplate transaction) {
        this.visible = visible;
        this.newAllegations = newAllegations;
        this.reviewLetters = reviewLetters;
        this.attention = attention;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
        this.now = now;
        this.transaction = transaction;
    }

    @GetMapping("/cases/{reference}/new-allegations")
    ModelAndView ask(@PathVariable String reference) {
        return CaseForm.page("page/new-allegation", visible.get(reference), "", List.of());
    }

    @PostMapping("/cases/{reference}/new-allegations")
    ModelAndView note(
            @PathVariable String reference, @RequestParam(defaultValue = "") String text, RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        String typed = Typed.text(text);
        List<Fault> faults = Typed.faults("text", typed, "Enter what the new allegation says");
        if (!faults.isEmpty()) {
            return CaseForm.page("page/new-allegation", file, typed, faults);
        }
        transaction.executeWithoutResult(status -> {
            newAllegations.note(file.reference(), typed, person.account());
            // a letter to the force that is drafted already carries it
            reviewLetters.renew(file.reference(), LetterPurpose.OUTCOME);
        });
        afterwards.addFlashAttribute("done", "The new allegation is noted. It is not decided in this review.");
        return CaseForm.back(file, "#new-allegations");
    }

    @GetMapping("/cases/{reference}/new-allegations/{number}")
    ModelAndView askHowPassedOn(@PathVariable String reference, @PathVariable int number) {
        CaseFile file = visible.get(reference);
        return passOn(file, number, now.today().toString(), "", List.of());
    }

    @PostMapping("/cases/{reference}/new-allegations/{number}")
    ModelAndView passedOn(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        NewAllegations.NewAllegation found = find(file, number);
        List<Fault> faults = new ArrayList<>();
        LocalDate day = day(on.strip());
        if (day == null) {
            faults.add(new Fault("on", "Enter the day on which it was passed on, such as 2026-03-27"));
        } else if (day.isAfter(now.today()) || day.isBefore(now.londonDay(found.notedAt()))) {
            faults.add(new Fault("on", "Enter a day from the day it was noted until today"));
        }
        if (!WAYS.containsKey(how)) {
            faults.add(new Fault("how", "Select how it was passed on"));
        }
        if (!faults.isEmpty()) {
            return passOn(file, number, Typed.text(on), how, faults);
        }
        try {
            twoAtOnce.change(
                    form,
                    "new allegation " + number + " of " + file.reference(),
                    NOT_PASSED_ON,
                    () -> find(file, number).passedOn() == null ? NOT_PASSED_ON : "",
                    () -> {
                        newAllegations.passedOn(file.reference(), number, day, how, person.account());
                        reviewLetters.renew(file.reference(), LetterPurpose.OUTCOME);
                        attention.look(file.reference());
                    });
        } catch (ChangedMeanwhile changed) {
            return TwoAtOnce.second(
                    passOn(file, number, Typed.text(on), how, TwoAtOnce.notSaved()),
                    alreadyPassedOn(file, find(file, number)));
        }
        afterwards.addFlashAttribute("done", "It is on the file that the force has the new allegation.");
        return CaseForm.back(file, "#new-allegations");
    }

    private List<String> alreadyPassedOn(CaseFile file, NewAllegations.NewAllegation found) {
        List<String> words = new ArrayList<>(twoAtOnce.whoWasFirst(file.reference(), "PASSED_ON_NEW_ALLEGATION"));
        words.add("The force has it since " + Moments.day(found.passedOn()) + ", by " + WAYS.getOrDefault(found.passedHow(), "letter") + ".");
        return words;
    }

    private NewAllegations.NewAllegation find(CaseFile file, int number) {
        return newAllegations.of(file.reference()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new org.redress.casefile.CaseNotFound(file.reference()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private ModelAndView passOn(CaseFile file, int number, String on, String how, List<Fault> faults) {
        ModelAndView page = CaseForm.page("page/new-allegation-passed", file, faults);
        page.addObject("found", find(file, number));
        page.addObject("on", on);
        page.addObject("how", how);
        return page;
    }
}
