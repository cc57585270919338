package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.PartyRole;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.kernel.EmailAddress;
import org.redress.kernel.Fault;
import org.redress.kernel.Names;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Further people on a case. */
@Controller
class PartyPages {

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;
    private final Kinds kinds;

    PartyPages(VisibleCases visible, CaseFiles cases, TwoAtOnce twoAtOnce, CurrentPerson person, Kinds kinds) {
        this.visible = visible;
        this.cases = cases;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
        this.kinds = kinds;
    }

    @GetMapping("/cases/{reference}/people")
    ModelAndView ask(@PathVariable String reference) {
        return page(visible.get(reference), new Answers("", "", "", "", "", "", "", ""), List.of());
    }

    @PostMapping("/cases/{reference}/people")
    ModelAndView add(
            @PathVariable String reference,
            Answers answers,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        List<Fault> faults = faults(file, answers);
        if (!faults.isEmpty()) {
            return page(file, answers, faults);
        }
        PersonDetails details = new PersonDetails(
                answers.fullName(),
                Typed.orNull(answers.email()),
                Typed.orNull(answers.phone()),
                answers.postalAddress().lines().map(String::strip).toList(),
                answers.preferredContact().isEmpty() ? null : PreferredContact.valueOf(answers.preferredContact()),
                null);
        String holdBack = answers.told().equals("NO") ? answers.holdBackReason() : null;
        twoAtOnce.once(form, () ->
                cases.addParty(file.reference(), new PartyRole(answers.role()), details, holdBack, person.account()));
        afterwards.addFlashAttribute("done", answers.fullName() + " is on the file.");
        return CaseForm.back(file, "#people");
    }

    private List<Fault> faults(CaseFile file, Answers answers) {
        List<Fault> faults = new ArrayList<>();
        if (further(file).stream().noneMatch(part -> part.code().equals(answers.role()))) {
            faults.add(new Fault("role", "Select what this person is to the case"));
        }
        if (answers.fullName().isEmpty()) {
            faults.add(new Fault("full-name", "Enter the person’s full name"));
        } else {
            Names.fault(answers.fullName()).ifPresent(fault -> faults.add(new Fault("full-name", fault)));
        }
        if (!answers.email().isEmpty()) {
            EmailAddress.fault(answers.email()).ifPresent(fault -> faults.add(new Fault("email", fault)));
        }
        if (!answers.preferredContact().isEmpty()
                && java.util.Arrays.stream(PreferredContact.values())
                        .noneMatch(way -> way.name().equals(answers.preferredContact()))) {
            faults.add(new Fault("preferred-contact", "Select how the person wants to hear from us"));
        }
        if (!answers.told().equals("YES") && !answers.told().equals("NO")) {
            faults.add(new Fault("told", "Select whether our determination goes to this person"));
        }
        if (answers.told().equals("NO") && answers.holdBackReason().isEmpty()) {
            faults.add(new Fault("hold-back-reason", "Enter the reason for holding it back"));
        }
        if (answers.told().equals("NO") && further(file).stream().anyMatch(part -> part.brought() && part.code().equals(answers.role()))) {
            faults.add(new Fault("told", "Nothing is held back from somebody who complained"));
        }
        if (answers.anyCannotBeKept()) {
            faults.add(new Fault("full-name", "Type the answers again: one holds a character that cannot be kept"));
        }
        return faults;
    }

    /** The parts in which people join such a case while it runs. */
    private List<Kind.Party> further(CaseFile file) {
        return kinds.of(file.kind()).parties().stream().filter(Kind.Party::further).toList();
    }

    private ModelAndView page(CaseFile file, Answers answers, List<Fault> faults) {
        return CaseForm.page("page/people", file, faults).addObject("answers", answers).addObject("parts", further(file));
    }

    /** The form as it was filled in. */
    public record Answers(
            String role,
            String fullName,
            String email,
            String phone,
            String postalAddress,
            String preferredContact,
            String told,
            String holdBackReason) {

        public Answers {
            role = Typed.text(role);
            fullName = Typed.text(fullName);
            email = Typed.text(email);
            phone = Typed.text(phone);
            postalAddress = Typed.text(postalAddress);
            preferredContact = Typed.text(preferredContact);
            told = Typed.text(told);
            holdBackReason = Typed.text(holdBackReason);
        }

        boolean anyCannotBeKept() {
            return java.util.stream.Stream.of(fullName, email, phone, postalAddress, holdBackReason)
                    .anyMatch(Typed::cannotBeKept);
        }
    }
}
