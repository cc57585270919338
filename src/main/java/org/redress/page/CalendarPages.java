package org.redress.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.redress.clock.BankHoliday;
import org.redress.clock.BankHolidayFeed;
import org.redress.clock.BankHolidays;
import org.redress.clock.CalendarChange;
import org.redress.clock.ClockInputException;
import org.redress.clock.CompleteYear;
import org.redress.clock.Division;
import org.redress.clock.Effect;
import org.redress.clock.FeedPreview;
import org.redress.clock.FeedRejectedException;
import org.redress.clock.Now;
import org.redress.draft.ChangedMeanwhile;
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

/**
 * The bank holidays. Everybody who is signed in may read them; a process owner changes them, and is told before it happens
 * how many open due days would move.
 */
@Controller
class CalendarPages {

    /** Of many changes at once, as a list brings them, the newest are told. */
    private static final int MOST_TOLD = 10;

    private final BankHolidays bankHolidays;
    private final BankHolidayFeed feed;
    private final Now now;
    private final Permissions permissions;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    CalendarPages(
            BankHolidays bankHolidays,
            BankHolidayFeed feed,
            Now now,
            Permissions permissions,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.bankHolidays = bankHolidays;
        this.feed = feed;
        this.now = now;
        this.permissions = permissions;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/calendar")
    String show(@RequestParam(required = false) Integer year, Model model) {
        int shown = year == null ? now.today().getYear() : year;
        List<BankHoliday> all = bankHolidays.all();
        List<CompleteYear> complete = bankHolidays.completeYears();
        TreeSet<Integer> years = new TreeSet<>();
        all.forEach(holiday -> years.add(holiday.day().getYear()));
        complete.forEach(one -> years.add(one.year()));
        years.add(shown);
        model.addAttribute("year", shown);
        model.addAttribute("years", years);
        model.addAttribute("lists", List.of(
                CalendarList.of(Division.ENGLAND_AND_WALES, shown, all, complete), CalendarList.of(Division.UK_EXTRA, shown, all, complete)));
        model.addAttribute("readings", feed.readings());
        model.addAttribute("address", feed.address());
        model.addAttribute("mayChange", mayChange());
        return "page/calendar";
    }

    @GetMapping("/calendar/{path}")
    ModelAndView ask(@PathVariable String path, @RequestParam Map<String, String> typed) {
        return form(act(path), typed, List.of(), HttpStatus.OK);
    }

    @PostMapping("/calendar/{path}")
    ModelAndView change(
            @PathVariable String path, @RequestParam Map<String, String> typed, RedirectAttributes afterwards) {
        CalendarAct act = act(path);
        try {
            return act.isList() ? list(act, typed, afterwards) : day(act, typed, afterwards);
        } catch (ChangedMeanwhile changed) {
            return second(act, typed);
        } catch (ClockInputException wrong) {
            // what makes no sense may have made sense before a colleague was there
            return changedSince(typed)
                    ? second(act, typed)
                    : form(act, typed, CalendarFaults.of(act, typed, wrong), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (FeedRejectedException refused) {
            String field = act == CalendarAct.LIST ? "list" : "reason";
            return form(act, typed, List.of(new Fault(field, refused.getMessage())), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView day(CalendarAct act, Map<String, String> typed, RedirectAttributes afterwards) {
        CalendarWish wish = CalendarWish.read(typed, now);
        if (!confirmed(typed)) {
            String seen = mark();
            Effect effect = wish.ask(act, bankHolidays, person.account());
            if (CalendarFaults.publishedUnreadable(act, typed)) {
                throw new ClockInputException(List.of());
            }
            return confirm(act, typed, effect).addObject("seen", seen).addObject("wish", wish).addObject("days", daysOf(wish));
        }
        AtomicReference<Effect> effect = new AtomicReference<>();
        change(typed, () -> effect.set(wish.make(act, bankHolidays, person.account())));
        afterwards.addFlashAttribute("done", wish.done(act) + moved(effect.get()));
        return new ModelAndView("redirect:/calendar?year=" + wish.shownYear());
    }

    private ModelAndView list(CalendarAct act, Map<String, String> typed, RedirectAttributes afterwards) {
        String me = person.account();
        String reason = Typed.text(typed.get("reason"));
        boolean fetched = act == CalendarAct.FETCH;
        String text = fetched ? feed.fetch(reason, me) : typed.getOrDefault("list", "");
        String source = fetched ? feed.address() : Typed.text(typed.get("source"));
        String seen = mark();
        FeedPreview preview = feed.preview(text, source, reason, me);
        // what is fetched a second time may be another list than the one that was looked at
        if (!confirmed(typed) || !preview.mark().equals(typed.get("mark"))) {
            return confirm(act, typed, preview.effect()).addObject("preview", preview).addObject("source", source)
                    .addObject("changed", confirmed(typed)).addObject("seen", seen);
        }
        AtomicReference<FeedPreview> taken = new AtomicReference<>(preview);
        change(typed, () -> taken.set(feed.take(text, source, reason, me)));
        afterwards.addFlashAttribute("done", taken.get().isEmpty() ? "The list says nothing new."
                : String.join(". ", taken.get().changes().words()) + "." + moved(taken.get().effect()));
        return new ModelAndView("redirect:/calendar");
    }

    /** Changes the calendar, where it still is as the page showed it. */
    private void change(Map<String, String> typed, Runnable change) {
        twoAtOnce.change(typed.get(TwoAtOnce.FORM), "the calendar", typed.getOrDefault(TwoAtOnce.SEEN, ""), () -> {
            bankHolidays.holdStill();
            return mark();
        }, change);
    }

    /** Stands for how the table is now. */
    private String mark() {
        return String.valueOf(bankHolidays.changes().size());
    }

    private boolean changedSince(Map<String, String> typed) {
        String seen = typed.getOrDefault(TwoAtOnce.SEEN, "");
        return !seen.isEmpty() && !seen.equals(mark());
    }

    /** What a process owner typed stays in the fields; above it stands what colleagues changed after they opened the page. */
    private ModelAndView second(CalendarAct act, Map<String, String> typed) {
        List<CalendarChange> changes = bankHolidays.changes();
        Integer seen = TypedNumber.read(typed.get(TwoAtOnce.SEEN));
        int known = seen == null || seen < 0 || seen > changes.size() ? changes.size() - 1 : seen;
        List<String> words = changes.subList(Math.max(known, changes.size() - MOST_TOLD), changes.size()).stream()
                .map(one -> twoAtOnce.first(one.by(), one.at()) + " " + one.words() + ": " + one.reason())
                .toList();
        return TwoAtOnce.second(form(act, typed, TwoAtOnce.notSaved(), HttpStatus.CONFLICT), words);
    }

    /** @param effect null where the same page was sent before, and it happened then */
    private static String moved(Effect effect) {
        return effect == null ? "" : " It moved " + effect.words() + ".";
    }

    private CalendarAct act(String path) {
        return CalendarAct.at(path).filter(act -> mayChange())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayChange() {
        return permissions.of("change-calendar").isFor(person.groups());
    }

    private static boolean confirmed(Map<String, String> typed) {
        return "true".equals(typed.get("confirmed"));
    }

    private long daysOf(CalendarWish wish) {
        return bankHolidays.all().stream().filter(holiday -> holiday.withdrawnAt() == null
                && holiday.division() == wish.division() && holiday.day().getYear() == wish.year()).count();
    }

    private ModelAndView form(CalendarAct act, Map<String, String> typed, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/calendar-form", status);
        page.addObject("act", act);
        page.addObject("typed", new HashMap<>(typed));
        page.addObject("faults", faults);
        page.addObject("seen", mark());
        page.addObject("address", feed.address());
        return page;
    }

    private static ModelAndView confirm(CalendarAct act, Map<String, String> typed, Effect effect) {
        ModelAndView page = new ModelAndView("page/calendar-confirm", HttpStatus.OK);
        page.addObject("act", act);
        page.addObject("typed", new HashMap<>(typed));
        page.addObject("effect", effect);
        return page;
    }
}
