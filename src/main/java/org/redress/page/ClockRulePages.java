package org.redress.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.clock.ClockInputException;
import org.redress.clock.ClockName;
import org.redress.clock.ClockRule;
import org.redress.clock.ClockRuleChangedMeanwhile;
import org.redress.clock.ClockRules;
import org.redress.clock.DayRule;
import org.redress.clock.Effect;
import org.redress.clock.WorkingCalendar;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.people.Permissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long each clock runs. Everybody who is signed in may read it; a process owner changes it. */
@Controller
class ClockRulePages {

    private static final List<String> FIELDS = List.of("count", "rule", "calendar", "provision", "verified", "note", "reason");

    private final ClockRules rules;
    private final Permissions permissions;
    private final CurrentPerson person;

    ClockRulePages(ClockRules rules, Permissions permissions, CurrentPerson person) {
        this.rules = rules;
        this.permissions = permissions;
        this.person = person;
    }

    @GetMapping("/calendar/clocks")
    String show(Model model) {
        model.addAttribute("rules", rules.all());
        model.addAttribute("history", rules.history());
        model.addAttribute("mayChange", mayChange());
        return "page/clocks";
    }

    @GetMapping("/calendar/clocks/{clock}")
    ModelAndView ask(@PathVariable String clock) {
        ClockRule rule = rules.of(name(clock));
        Map<String, String> typed = new HashMap<>();
        typed.put("version", String.valueOf(rule.version()));
        typed.put("count", String.valueOf(rule.count()));
        typed.put("rule", rule.rule().name());
        typed.put("calendar", rule.calendar().name());
        typed.put("provision", rule.provision());
        typed.put("verified", rule.verified() ? "YES" : "NO");
        typed.put("note", rule.note());
        return form(rule, typed, List.of(), HttpStatus.OK);
    }

    @PostMapping("/calendar/clocks/{clock}")
    ModelAndView change(
            @PathVariable String clock, @RequestParam Map<String, String> typed, RedirectAttributes afterwards) {
        ClockName name = name(clock);
        try {
            return change(name, typed, afterwards);
        } catch (ClockInputException wrong) {
            return form(rules.of(name), typed, faults(typed, wrong), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ClockRuleChangedMeanwhile meanwhile) {
            ClockRule standing = meanwhile.standing();
            Map<String, String> again = new HashMap<>(typed);
            again.put("version", String.valueOf(standing.version()));
            return form(standing, again,
                    List.of(new Fault("count", "Somebody changed this clock after you opened it. Compare what stands now with"
                            + " what you typed, and send it again if it still holds")), HttpStatus.CONFLICT)
                    .addObject("meanwhile", standing);
        }
    }

    private ModelAndView change(ClockName name, Map<String, String> typed, RedirectAttributes afterwards) {
        Integer seen = TypedNumber.read(typed.get("version"));
        Integer count = TypedNumber.read(typed.get("count"));
        DayRule rule = oneOf(DayRule.values(), typed.get("rule"));
        WorkingCalendar calendar = oneOf(WorkingCalendar.values(), typed.get("calendar"));
        String provision = Typed.text(typed.get("provision"));
        boolean verified = "YES".equals(typed.get("verified"));
        String note = Typed.text(typed.get("note"));
        String reason = Typed.text(typed.get("reason"));
        String me = person.account();
        int version = seen == null ? -1 : seen;
        int number = count == null ? 0 : count;
        if (!"true".equals(typed.get("confirmed"))) {
            Effect effect = rules.ifChanged(name, version, rule, number, calendar, provision, verified, note, reason, me);
            ModelAndView page = new ModelAndView("page/clock-confirm");
            page.addObject("standing", rules.of(name));
            page.addObject("number", number);
            page.addObject("chosen", rule);
            page.addObject("chosenCalendar", calendar);
            page.addObject("typed", new HashMap<>(typed));
            page.addObject("effect", effect);
            return page;
        }
        Effect effect = rules.change(name, version, rule, number, calendar, provision, verified, note, reason, me);
        afterwards.addFlashAttribute(
                "done", rules.of(name).name() + " is now " + rules.of(name).words() + ". It moved " + effect.words() + ".");
        return new ModelAndView("redirect:/calendar/clocks");
    }

    private static List<Fault> faults(Map<String, String> typed, ClockInputException wrong) {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : wrong.faults()) {
            String field = FIELDS.contains(fault.field()) ? fault.field() : "reason";
            boolean missing = Typed.text(typed.get(field)).isEmpty();
            faults.add(new Fault(field, switch (field) {
                case "count" -> "Enter a whole number from 1 to 10000";
                case "calendar" -> "Select a calendar";
                case "provision" -> missing ? "Enter where the number comes from" : fault.message();
                case "note" -> missing ? "Enter what to know before relying on the number" : fault.message();
                case "reason" -> missing ? "Enter the reason for the change" : fault.message();
                default -> fault.message();
            }));
        }
        return faults;
    }

    private ClockName name(String clock) {
        return rules.all().stream()
                .map(ClockRule::clock)
                .filter(name -> name.name().equals(clock) && mayChange())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayChange() {
        return permissions.of("change-calendar").isFor(person.groups());
    }

    private static <T extends Enum<T>> T oneOf(T[] values, String typed) {
        return Arrays.stream(values).filter(value -> value.name().equals(typed)).findFirst().orElse(null);
    }

    private static ModelAndView form(ClockRule rule, Map<String, String> typed, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/clock-form", status);
        page.addObject("standing", rule);
        page.addObject("suited", Arrays.stream(DayRule.values()).filter(DayRule::suitsClocks).toList());
        page.addObject("typed", typed);
        page.addObject("faults", faults);
        return page;
    }
}
