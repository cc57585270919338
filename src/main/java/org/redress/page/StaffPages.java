package org.redress.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseNotFound;
import org.redress.people.Clearance;
import org.redress.people.ClearanceRefused;
import org.redress.people.Clearances;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffAddresses;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What managers keep of the case staff: clearances, and addresses to find conflicts of interest by. */
@Controller
class StaffPages {

    private final StaffDirectory staff;
    private final Clearances clearances;
    private final StaffAddresses addresses;
    private final CurrentPerson person;

    StaffPages(StaffDirectory staff, Clearances clearances, StaffAddresses addresses, CurrentPerson person) {
        this.staff = staff;
        this.clearances = clearances;
        this.addresses = addresses;
        this.person = person;
    }

    @GetMapping("/staff")
    ModelAndView all() {
        ModelAndView page = new ModelAndView("page/staff");
        page.addObject("kinds", clearances.kinds());
        page.addObject("lines", staff.caseStaff().stream()
                .map(member -> new Line(member, clearances.of(member.account())))
                .toList());
        page.addObject("applied", clearances.appliedSince().orElse(null));
        return page;
    }

    @PostMapping("/staff/clearance-rule")
    ModelAndView apply(RedirectAttributes afterwards) {
        clearances.apply(person.account());
        afterwards.addFlashAttribute("done", "From now on, only staff whose clearances hold get work.");
        return new ModelAndView("redirect:/staff");
    }

    @GetMapping("/staff/{account}")
    ModelAndView one(@PathVariable String account) {
        StaffMember member = known(account);
        return page(member, Entry.empty(), addresses.of(account).orElse(""), List.of());
    }

    @PostMapping("/staff/{account}/clearance")
    ModelAndView record(@PathVariable String account, Entry entry, RedirectAttributes afterwards) {
        StaffMember member = known(account);
        List<Fault> faults = new ArrayList<>();
        LocalDate from = day("valid-from", entry.fromDay(), entry.fromMonth(), entry.fromYear(), faults);
        LocalDate until = day("valid-until", entry.untilDay(), entry.untilMonth(), entry.untilYear(), faults);
        if (Typed.cannotBeKept(entry.note())) {
            faults.add(new Fault("note", "Type the text again: it holds a character that cannot be kept"));
        }
        if (faults.isEmpty()) {
            try {
                if (entry.withdrawn()) {
                    clearances.withdraw(account, entry.kind(), entry.note(), person.account());
                } else {
                    clearances.grant(account, entry.kind(), from, until, entry.note(), person.account());
                }
            } catch (ClearanceRefused refused) {
                faults.add(new Fault(
                        switch (refused.field()) {
                            case "validFrom" -> "valid-from";
                            case "validUntil" -> "valid-until";
                            default -> refused.field();
                        },
                        refused.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            return page(member, entry, addresses.of(account).orElse(""), faults);
        }
        afterwards.addFlashAttribute("done", "The clearance of " + member.fullName() + " is recorded.");
        return new ModelAndView("redirect:/staff");
    }

    @PostMapping("/staff/{account}/address")
    ModelAndView address(
            @PathVariable String account, @RequestParam(defaultValue = "") String address, RedirectAttributes afterwards) {
        StaffMember member = known(account);
        String typed = Typed.text(address);
        if (Typed.cannotBeKept(typed)) {
            return page(member, Entry.empty(), typed,
                    List.of(new Fault("address", "Type the address again: it holds a character that cannot be kept")));
        }
        addresses.record(account, typed, person.account());
        afterwards.addFlashAttribute("done", "The address of " + member.fullName() + (typed.isEmpty() ? " is taken out." : " is recorded."));
        return new ModelAndView("redirect:/staff");
    }

    private StaffMember known(String account) {
        return staff.find(account).filter(StaffMember::isCaseStaff).orElseThrow(() -> new CaseNotFound(account));
    }

    private static LocalDate day(String field, String day, String month, String year, List<Fault> faults) {
        if ((day + month + year).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (NumberFormatException | DateTimeException noDay) {
            faults.add(new Fault(field, "Enter a real day, like 27 3 2026"));
            return null;
        }
    }

    private ModelAndView page(StaffMember member, Entry entry, String address, List<Fault> faults) {
        ModelAndView page =
                new ModelAndView("page/staff-member", faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("member", member);
        page.addObject("standing", clearances.of(member.account()));
        page.addObject("entry", entry);
        page.addObject("address", address);
        page.addObject("faults", faults);
        return page;
    }

    /** One person and how they stand with each clearance. */
    public record Line(StaffMember member, List<Clearance> clearances) {}

    /** A clearance as it was typed. */
    public record Entry(
            String kind,
            String fromDay,
            String fromMonth,
            String fromYear,
            String untilDay,
            String untilMonth,
            String untilYear,
            Boolean withdrawn,
            String note) {

        public Entry {
            kind = Typed.text(kind);
            fromDay = Typed.text(fromDay);
            fromMonth = Typed.text(fromMonth);
            fromYear = Typed.text(fromYear);
            untilDay = Typed.text(untilDay);
            untilMonth = Typed.text(untilMonth);
            untilYear = Typed.text(untilYear);
            withdrawn = Boolean.TRUE.equals(withdrawn);
            note = Typed.text(note);
        }

        static Entry empty() {
            return new Entry("", "", "", "", "", "", "", false, "");
        }
    }
}
