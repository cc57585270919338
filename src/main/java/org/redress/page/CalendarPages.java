package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.redress.kernel.WrittenDay;
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
                Listed.of(Division.ENGLAND_AND_WALES, shown, all, complete), Listed.of(Division.UK_EXTRA, shown, all, complete)));
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
                    : form(act, typed, faults(act, typed, wrong), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (FeedRejectedException refused) {
            String field = act == CalendarAct.LIST ? "list" : "reason";
            return form(act, typed, List.of(new Fault(field, refused.getMessage())), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView day(CalendarAct act, Map<String, String> typed, RedirectAttributes afterwards) {
        Wish wish = wish(typed);
        if (!confirmed(typed)) {
            String seen = mark();
            Effect effect = ask(act, wish);
            if (publishedUnreadable(act, typed)) {
                throw new ClockInputException(List.of());
            }
            return confirm(act, typed, effect).addObject("seen", seen).addObject("wish", wish).addObject("days", daysOf(wish));
        }
        AtomicReference<Effect> effect = new AtomicReference<>();
        change(typed, () -> effect.set(make(act, wish)));
        afterwards.addFlashAttribute("done", done(act, wish) + moved(effect.get()));
        return new ModelAndView("redirect:/calendar?year=" + wish.shownYear());
    }

    private Effect ask(CalendarAct act, Wish wish) {
        String me = person.account();
        return switch (act) {
            case ADD -> bankHolidays.ifAdded(wish.division(), wish.day(), wish.title(), wish.source(), wish.reason(), me);
            case MOVE -> bankHolidays.ifMoved(wish.division(), wish.from(), wish.to(), wish.source(), wish.reason(), me);
            case WITHDRAW -> bankHolidays.ifWithdrawn(wish.division(), wish.day(), wish.reason(), me);
            default -> bankHolidays.ifYearConfirmed(wish.division(), wish.year(), wish.source(), wish.reason(), me);
        };
    }

    private Effect make(CalendarAct act, Wish wish) {
        String me = person.account();
        return switch (act) {
            case ADD -> bankHolidays.add(
                    wish.division(), wish.day(), wish.title(), wish.source(), wish.publishedAt(), wish.reason(), me);
            case MOVE -> bankHolidays.move(
                    wish.division(), wish.from(), wish.to(), wish.source(), wish.publishedAt(), wish.reason(), me);
            case WITHDRAW -> bankHolidays.withdraw(wish.division(), wish.day(), wish.reason(), me);
            default -> bankHolidays.confirmYear(wish.division(), wish.year(), wish.source(), wish.reason(), me);
        };
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

    /** What was typed that cannot be read comes before what makes no sense; all of it at once. */
    private static List<Fault> faults(CalendarAct act, Map<String, String> typed, ClockInputException wrong) {
        List<Fault> faults = new ArrayList<>();
        for (ClockInputException.Fault fault : wrong.faults()) {
            String field = act.fields().contains(fault.field()) ? fault.field() : "reason";
            faults.add(new Fault(field, words(field, Typed.text(typed.get(field)), fault.message())));
        }
        if (publishedUnreadable(act, typed)) {
            faults.add(new Fault("publishedOn", "Enter the day of the announcement like 27 March 2026, or leave it empty"));
        }
        return faults;
    }

    private static String words(String field, String typed, String message) {
        boolean missing = typed.isEmpty();
        return switch (field) {
            case "division" -> "Select where the day is kept";
            case "title" -> missing ? "Enter the name of the day" : message;
            case "source" -> missing ? "Enter who says so" : message;
            case "reason" -> missing ? "Enter the reason" : message;
            case "day", "from", "to" -> unreadableDay(typed) || missing ? "Enter a day like 27 March 2026" : message;
            case "year" -> TypedNumber.read(typed) == null ? "Enter a year like 2029" : message;
            default -> message;
        };
    }

    private static boolean publishedUnreadable(CalendarAct act, Map<String, String> typed) {
        return act.fields().contains("publishedOn") && unreadableDay(typed.get("publishedOn"));
    }

    private static boolean unreadableDay(String typed) {
        return !Typed.text(typed).isEmpty() && WrittenDay.read(typed).day() == null;
    }

    private Wish wish(Map<String, String> typed) {
        LocalDate published = WrittenDay.read(typed.get("publishedOn")).day();
        Integer year = TypedNumber.read(typed.get("year"));
        return new Wish(
                division(typed.get("division")),
                WrittenDay.read(typed.get("day")).day(),
                WrittenDay.read(typed.get("from")).day(),
                WrittenDay.read(typed.get("to")).day(),
                year == null ? 0 : year,
                Typed.text(typed.get("title")),
                Typed.text(typed.get("source")),
                published == null ? null : now.endOf(published.minusDays(1)),
                Typed.text(typed.get("reason")));
    }

    private static Division division(String typed) {
        for (Division division : Division.values()) {
            if (division.name().equals(typed)) {
                return division;
            }
        }
        return null;
    }

    private long daysOf(Wish wish) {
        return bankHolidays.all().stream().filter(holiday -> holiday.withdrawnAt() == null
                && holiday.division() == wish.division() && holiday.day().getYear() == wish.year()).count();
    }

    private static String done(CalendarAct act, Wish wish) {
        return switch (act) {
            case ADD -> wish.title() + " on " + Moments.day(wish.day()) + " is a bank holiday now.";
            case MOVE -> "The bank holiday of " + Moments.day(wish.from()) + " is on " + Moments.day(wish.to()) + " now.";
            case WITHDRAW -> Moments.day(wish.day()) + " is no bank holiday any longer.";
            default -> "The bank holidays of " + wish.year() + " are complete.";
        };
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

    /**
     * One of the two lists of a year.
     *
     * @param complete who said that the list is complete, or null while nobody has
     */
    public record Listed(Division division, List<BankHoliday> counting, List<BankHoliday> withdrawn, CompleteYear complete) {

        static Listed of(Division division, int year, List<BankHoliday> all, List<CompleteYear> complete) {
            List<BankHoliday> here = all.stream()
                    .filter(holiday -> holiday.division() == division && holiday.day().getYear() == year)
                    .toList();
            return new Listed(
                    division,
                    here.stream().filter(holiday -> holiday.withdrawnAt() == null).toList(),
                    here.stream().filter(holiday -> holiday.withdrawnAt() != null).toList(),
                    complete.stream().filter(one -> one.division() == division && one.year() == year).findFirst().orElse(null));
        }
    }

    /** What an owner wants, as far as it could be read; days that could not be read are null, and the year 0. */
    public record Wish(Division division, LocalDate day, LocalDate from, LocalDate to, int year, String title, String source,
            Instant publishedAt, String reason) {

        int shownYear() {
            return day != null ? day.getYear() : to != null ? to.getYear() : year;
        }
    }
}
