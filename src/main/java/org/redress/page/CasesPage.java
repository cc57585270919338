package org.redress.page;

import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseReference;
import org.redress.casefile.CaseState;
import org.redress.casefile.Party;
import org.redress.clock.ClockState;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.desk.Attention;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The list of cases. */
@Controller
class CasesPage {

    private static final int LONGEST_SEARCH = 200;

    /** Where the words of the last search wait in the session. */
    private static final String SEARCHED = "cases.searched";

    private final CaseList list;
    private final VisibleCases visible;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Attention concerns;
    private final CurrentPerson person;

    CasesPage(CaseList list, VisibleCases visible, CaseFiles cases, Clocks clocks, Attention concerns,
            CurrentPerson person) {
        this.list = list;
        this.visible = visible;
        this.cases = cases;
        this.clocks = clocks;
        this.concerns = concerns;
        this.person = person;
    }

    /** What is searched for is a name more often than not: it waits in the session and stays out of the address. */
    @PostMapping("/cases")
    String search(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean attention,
            HttpSession session) {
        session.setAttribute(SEARCHED, search);
        return "redirect:/cases?" + query(search.isBlank() ? "" : "searched=true", stateOf(state), mine, late, attention);
    }

    @GetMapping("/cases")
    String cases(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean searched,
            @SessionAttribute(name = SEARCHED, required = false) String waiting,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String words = searched && waiting != null ? waiting : search;
        String text = words.replaceAll("\\p{Cntrl}", " ").strip();
        text = text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
        // a whole reference, as somebody reads it out: go there at once
        Optional<String> reference = CaseReference.read(text);
        CaseList.Wanted wanted = new CaseList.Wanted(reference.orElse(text), stateOf(state), mine, late, attention);
        int asked = Math.max(1, Math.min(page, 100_000));
        CaseList.Found found = list.find(wanted, asked, person.account(), person.groups());
        int pages = (int) Math.max(1, (found.total() + CaseList.ON_A_PAGE - 1) / CaseList.ON_A_PAGE);
        model.addAttribute("search", text);
        model.addAttribute("state", wanted.state() == null ? "" : wanted.state().name());
        model.addAttribute("mine", mine);
        model.addAttribute("late", late);
        model.addAttribute("attention", attention);
        model.addAttribute("lines", found.rows().stream().map(row -> new Line(row, next(row), unanswered(row.reference()), hasTwin(row))).toList());
        model.addAttribute("total", found.total());
        model.addAttribute("page", asked);
        model.addAttribute("pages", pages);
        String lookedFor = searched ? "searched=true" : "search=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        model.addAttribute("query", query(lookedFor, wanted.state(), mine, late, attention));
        return "page/cases";
    }

    /**
     * What the cards in Tasklist say about some cases. Names are no business of the engine's, so they come from here.
     * Cases that the person may not see are left out.
     */
    @GetMapping("/cases/cards")
    @ResponseBody
    Map<String, Card> cards(@RequestParam(required = false) List<String> reference) {
        Map<String, Card> cards = new LinkedHashMap<>();
        for (String asked : reference == null ? List.<String>of() : reference.stream().distinct().limit(100).toList()) {
            visible.glimpse(asked).ifPresent(file -> {
                Optional<Party> head = cases.head(file.reference());
                cards.put(file.reference(), new Card(
                        head.map(Party::fullName).orElse(null),
                        head.map(Party::adjustments).filter(needs -> !needs.isBlank()).isPresent(),
                        file.forceReference(),
                        clocks.of(file.reference()).stream()
                                .filter(clock -> clock.state() == ClockState.RUNNING && clock.dueOn() != null)
                                .map(clock -> new Due(clock.dueOn(), clock.words(), clock.late()))
                                .toList(),
                        unanswered(file.reference()).stream()
                                .filter(Attention.Concern::raised)
                                .map(concern -> concern.about() + ": " + concern.words())
                                .toList()));
            });
        }
        return cards;
    }

    private ClockView next(CaseList.Row row) {
        if (row.state() == CaseState.CLOSED) {
            return null;
        }
        return clocks.of(row.reference()).stream()
                .filter(clock -> clock.state() == ClockState.RUNNING && clock.dueOn() != null)
                .min(Comparator.comparing(ClockView::dueOn))
                .orElse(null);
    }

    private boolean hasTwin(CaseList.Row row) {
        return row.possibleDuplicateOf() != null && visible.glimpse(row.possibleDuplicateOf()).isPresent();
    }

    private static String query(String lookedFor, CaseState state, boolean mine, boolean late, boolean attention) {
        return lookedFor + "&state=" + (state == null ? "" : state.name()) + (mine ? "&mine=true" : "") + (late ? "&late=true" : "")
                + (attention ? "&attention=true" : "");
    }

    private List<Attention.Concern> unanswered(String reference) {
        return concerns.standing(reference).stream()
                .filter(concern -> concern.answeredAt() == null)
                .toList();
    }

    private static CaseState stateOf(String text) {
        for (CaseState state : CaseState.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return null;
    }

    /**
     * A case with the clock that runs out next.
     *
     * @param next null where none runs
     * @param concerns what needs attention and is not answered
     * @param twin whether it may be a duplicate of an earlier case that is not hidden from the person
     */
    public record Line(CaseList.Row row, ClockView next, List<Attention.Concern> concerns, boolean twin) {}

    /** A case in short. */
    public record Card(
            String applicant, boolean adjustments, String forceReference, List<Due> due, List<String> attention) {}

    /** A clock in short. */
    public record Due(LocalDate dueOn, String words, boolean late) {}
}
