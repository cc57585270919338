package org.redress.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.review.CaseFacts;
import org.redress.review.FactSource;
import org.redress.review.Facts;
import org.redress.review.Limb;
import org.redress.review.ReviewBodyReasons;
import org.redress.review.ReviewBodyWatch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reason has appeared why the review is for the IOPC: said, looked at once more, and then put on the file. */
@Controller
class IopcReasonPages {

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final Facts facts;
    private final ReviewBodyWatch watch;
    private final ReviewBodyReasons reasons;
    private final CurrentPerson person;
    private final ObjectMapper json;
    private final TwoAtOnce twoAtOnce;

    IopcReasonPages(
            VisibleCases visible,
            CaseFiles cases,
            Facts facts,
            ReviewBodyWatch watch,
            ReviewBodyReasons reasons,
            CurrentPerson person,
            ObjectMapper json,
            TwoAtOnce twoAtOnce) {
        this.visible = visible;
        this.cases = cases;
        this.facts = facts;
        this.watch = watch;
        this.reasons = reasons;
        this.person = person;
        this.json = json;
        this.twoAtOnce = twoAtOnce;
    }

    @GetMapping("/cases/{reference}/iopc-reason")
    ModelAndView ask(@PathVariable String reference) {
        return page("page/iopc-reason", open(reference), List.of(), "", List.of());
    }

    @PostMapping("/cases/{reference}/iopc-reason")
    ModelAndView say(
            @PathVariable String reference,
            @RequestParam(required = false) List<String> limb,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = open(reference);
        List<Limb> limbs = Arrays.stream(Limb.values())
                .filter(one -> limb != null && limb.contains(one.name()))
                .toList();
        String typed = Typed.text(why);
        List<Fault> faults = new ArrayList<>();
        if (limbs.isEmpty()) {
            faults.add(new Fault("limb", "Select the reason that has appeared"));
        }
        faults.addAll(Typed.faults("why", typed, "Enter what shows it"));
        if (!faults.isEmpty()) {
            return page("page/iopc-reason", file, limbs, typed, faults);
        }
        if (!confirmed) {
            return page("page/iopc-reason-confirm", file, limbs, typed, List.of());
        }
        AtomicBoolean sentBack = new AtomicBoolean();
        boolean first = twoAtOnce.once(form, () -> sentBack.set(record(file.reference(), limbs, typed)));
        afterwards.addFlashAttribute(
                "done",
                !first
                        ? "The reason is on the file already. The case says what followed from it."
                        : sentBack.get()
                        ? "The review has stopped and the case is tested again. Its next step is in Tasklist."
                        : "The reason is on the file. No review was under way that it could stop; it counts when the facts are next tested.");
        return CaseForm.back(file, "");
    }

    private boolean record(String reference, List<Limb> limbs, String why) {
        Map<String, Object> said = new LinkedHashMap<>();
        // two of the facts say that something is ruled out; the reason is that it is not
        limbs.forEach(limb -> said.put(limb.fact(), !limb.fact().endsWith("RuledOut")));
        facts.add(reference, FactSource.LATER, json.convertValue(said, CaseFacts.class), person.account());
        cases.note(reference, "A reason has appeared why the review is for the IOPC.\n\n" + why, person.account());
        return watch.look(reference);
    }

    private CaseFile open(String reference) {
        CaseFile file = visible.get(reference);
        if (file.state() == CaseState.CLOSED) {
            throw new CaseClosed(file.reference());
        }
        return file;
    }

    private ModelAndView page(String view, CaseFile file, List<Limb> limbs, String why, List<Fault> faults) {
        ModelAndView page = CaseForm.page(view, file, faults);
        page.addObject("all", Limb.values());
        page.addObject("limbWords", reasons.words(file.reference()));
        page.addObject("chosen", limbs.stream().map(Limb::name).toList());
        page.addObject("limbs", limbs);
        page.addObject("why", why);
        return page;
    }
}
