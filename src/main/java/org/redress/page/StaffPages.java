package org.redress.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseNotFound;
import org.redress.draft.ChangedMeanwhile;
import org.redress.draft.Unchanged;
import org.redress.kernel.Fault;
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
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    StaffPages(
            StaffDirectory staff,
            Clearances clearances,
            StaffAddresses addresses,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.staff = staff;
        this.clearances = clearances;
        this.addresses = addresses;
        this.twoAtOnce = twoAtOnce;
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
        return page(member, Entry.empty(), addressOf(account), List.of());
    }

    @PostMapping("/staff/{account}/clearance")
    ModelAndView record(
            @PathVariable String account,
            Entry entry,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        StaffMember member = known(account);
        List<Fault> faults = new ArrayList<>();
        LocalDate from = day("valid-from", entry.fromDay(), entry.fromMonth(), entry.fromYear(), faults);
        LocalDate until = day("valid-until", entry.untilDay(), entry.untilMonth(), entry.untilYear(), faults);
        if (Typed.cannotBeKept(entry.note())) {
            faults.add(new Fault("note", "Type the text again: it holds a character that cannot be kept"));
        }
        if (faults.isEmpty()) {
            try {
                twoAtOnce.change(form, "clearances of " + account, seen, () -> clearances.mark(account), () -> {
                    if (entry.withdrawn()) {
                        clearances.withdraw(account, entry.kind(), entry.note(), person.account());
                    } else {
                        clearances.grant(account, entry.kind(), from, until, entry.note(), person.account());
                    }
                });
            } catch (ChangedMeanwhile changed) {
                return TwoAtOnce.second(
                        page(member, entry, addressOf(account), TwoAtOnce.notSaved()), lastRecorded(account));
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
            return page(member, entry, addressOf(account), faults);
        }
        afterwards.addFlashAttribute("done", "The clearance of " + member.fullName() + " is recorded.");
        return new ModelAndView("redirect:/staff");
    }

    @PostMapping("/staff/{account}/address")
    ModelAndView address(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        StaffMember member = known(account);
        String typed = Typed.text(address);
        if (Typed.cannotBeKept(typed)) {
            return page(member, Entry.empty(), typed, Typed.faults("address", typed, ""));
        }
        try {
            twoAtOnce.change(form, "address of " + account, seen, () -> addressMark(account),
                    () -> addresses.record(account, typed, person.account()));
        } catch (ChangedMeanwhile changed) {
            return TwoAtOnce.second(
                    page(member, Entry.empty(), typed, TwoAtOnce.notSaved()),
                    addresses.of(account)
                            .map(now -> List.of(twoAtOnce.first(now.by(), now.at()), "The address is now: "
                                    + now.address().lines().collect(Collectors.joining(", "))))
                            .orElse(List.of("The address was taken out after you opened the page.")));
        }
        afterwards.addFlashAttribute("done", "The address of " + member.fullName() + (typed.isEmpty() ? " is taken out." : " is recorded."));
        return new ModelAndView("redirect:/staff");
    }

    private String addressOf(String account) {
        return addresses.of(account).map(StaffAddresses.Recorded::address).orElse("");
    }

    private String addressMark(String account) {
        return Unchanged.mark(addresses.of(account).orElse(null));
    }

    /** What was recorded of a person's clearances last, and by whom. */
    private List<String> lastRecorded(String account) {
        return clearances.of(account).stream()
                .filter(clearance -> clearance.recordedAt() != null)
                .max(Comparator.comparing(Clearance::recordedAt))
                .map(last -> List.of(
                        twoAtOnce.first(last.recordedBy(), last.recordedAt()),
                        last.kind().name() + (last.state() == Clearance.State.WITHDRAWN
                                ? " is withdrawn: " + last.note()
                                : " is recorded from " + Moments.day(last.validFrom()) + " until " + Moments.day(last.validUntil()))
                                + "."))
                .orElse(List.of());
    }

    private StaffMember known(String account) {
        return staff.caseStaff().stream().filter(member -> member.account().equals(account)).findFirst().orElseThrow(() -> new CaseNotFound(account));
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
        page.addObject("seen", clearances.mark(member.account()));
        page.addObject("addressSeen", addressMark(member.account()));
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
