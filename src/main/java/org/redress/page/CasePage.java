package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePermissions;
import org.redress.casefile.CaseState;
import org.redress.casefile.Documents;
import org.redress.casefile.Households;
import org.redress.casefile.NamedConflicts;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.clock.ClockState;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.letter.Letters;
import org.redress.people.Allocation;
import org.redress.people.CurrentPerson;
import org.redress.record.ActRecord;
import org.redress.record.RecordedAct;
import org.redress.review.ApplicantAnswers;
import org.redress.review.Assessment;
import org.redress.review.Attention;
import org.redress.review.CaseFacts;
import org.redress.review.Decisions;
import org.redress.review.Determination;
import org.redress.review.Determinations;
import org.redress.review.Escalations;
import org.redress.review.FactSource;
import org.redress.review.Facts;
import org.redress.review.Findings;
import org.redress.review.LearningPoints;
import org.redress.review.NewAllegations;
import org.redress.review.Papers;
import org.redress.review.Refusals;
import org.redress.review.ReviewBodyReasons;
import org.redress.review.Withdrawals;
import org.redress.step.OpenSteps;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The file of one case on one page. */
@Controller
class CasePage {

    /** How many acts the timeline shows before it asks whether all are wanted. */
    private static final int NEWEST_ACTS = 30;

    private final VisibleCases visible;
    private final CaseList list;
    private final CaseFiles cases;
    private final Documents documents;
    private final Facts facts;
    private final Determinations determinations;
    private final ReviewBodyReasons reasons;
    private final Findings findings;
    private final Decisions decisions;
    private final Escalations escalations;
    private final LearningPoints learning;
    private final Papers papers;
    private final ApplicantAnswers answers;
    private final Withdrawals withdrawals;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Letters letters;
    private final Allocation allocation;
    private final NamedConflicts conflicts;
    private final Attention attention;
    private final NewAllegations newAllegations;
    private final Households households;
    private final OpenSteps steps;
    private final ActRecord acts;
    private final CasePermissions permissions;
    private final CurrentPerson person;
    private final Now now;

    CasePage(
            VisibleCases visible,
            CaseList list,
            CaseFiles cases,
            Documents documents,
            Facts facts,
            Determinations determinations,
            ReviewBodyReasons reasons,
            Findings findings,
            Decisions decisions,
            Escalations escalations,
            LearningPoints learning,
            Papers papers,
            ApplicantAnswers answers,
            Withdrawals withdrawals,
            Refusals refusals,
            Clocks clocks,
            Letters letters,
            Allocation allocation,
            NamedConflicts conflicts,
            Attention attention,
            NewAllegations newAllegations,
            Households households,
            OpenSteps steps,
            ActRecord acts,
            CasePermissions permissions,
            CurrentPerson person,
            Now now) {
        this.visible = visible;
        this.list = list;
        this.cases = cases;
        this.documents = documents;
        this.facts = facts;
        this.determinations = determinations;
        this.reasons = reasons;
        this.findings = findings;
        this.decisions = decisions;
        this.escalations = escalations;
        this.learning = learning;
        this.papers = papers;
        this.answers = answers;
        this.withdrawals = withdrawals;
        this.refusals = refusals;
        this.clocks = clocks;
        this.letters = letters;
        this.allocation = allocation;
        this.conflicts = conflicts;
        this.attention = attention;
        this.newAllegations = newAllegations;
        this.households = households;
        this.steps = steps;
        this.acts = acts;
        this.permissions = permissions;
        this.person = person;
        this.now = now;
    }

    @GetMapping("/cases/{reference}")
    @Transactional(readOnly = true)
    public String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String timeline,
            @RequestParam(defaultValue = "") String asKnownOn,
            Model model) {
        CaseFile file = visible.get(reference);
        String known = file.reference();
        model.addAttribute("file", file);
        model.addAttribute("open", file.state() != CaseState.CLOSED);
        model.addAttribute("concerns", attention.standing(known));
        model.addAttribute("newAllegations", newAllegations.of(known));
        model.addAttribute("may", permissions.of(file));
        model.addAttribute("steps", steps.of(known));
        model.addAttribute("caseworker", allocation.caseworkerOf(known).orElse(null));
        model.addAttribute("barred", conflicts.barred(known));
        model.addAttribute("setAside", conflicts.setAside(known));
        model.addAttribute("waitingConflicts", conflicts.waiting(known));
        model.addAttribute("sameSurname", households.sameSurname(known));
        model.addAttribute("allowed", cases.allowed(known));
        model.addAttribute("earlierTwin", visible.earlierTwin(file).orElse(null));
        model.addAttribute("laterTwins", list.laterTwins(known, person.account()));
        addPeople(known, model);
        addComplaint(known, model);
        model.addAttribute("factRows", factRows(known));
        model.addAttribute("routeReason", facts.routeReason(known).orElse(null));
        model.addAttribute("determinations", newestFirst(determinations.all(known)));
        model.addAttribute("body", reasons.of(known));
        model.addAttribute("limbWords", reasons.words(known));
        addReview(known, model);
        model.addAttribute("papers", papers.of(known));
        model.addAttribute("answers", answers.of(known));
        model.addAttribute("withdrawals", withdrawals.of(known));
        model.addAttribute("refusal", refusals.refusal(known).orElse(null));
        model.addAttribute("passedOn", refusals.passedOn(known).orElse(null));
        List<ClockView> all = clocks.of(known);
        model.addAttribute("clocks", all);
        model.addAttribute("nextClock", nextOf(file, all).orElse(null));
        model.addAttribute("letters", letters.of(known));
        model.addAttribute("documents", documents.of(known));
        model.addAttribute("notes", cases.notes(known));
        addEarlierClocks(known, Typed.text(asKnownOn), model);
        addTimeline(known, timeline.equals("all"), model);
        return "page/case";
    }

    /** The deadlines as the file stood on a past day, where somebody asks for one: what we promised then, and could know then. */
    private void addEarlierClocks(String reference, String typed, Model model) {
        LocalDate day = TypedDay.read(typed);
        boolean past = day != null && day.isBefore(now.today());
        model.addAttribute("asKnownTyped", typed);
        model.addAttribute("asKnownWrong", !typed.isEmpty() && !past);
        if (past) {
            model.addAttribute("asKnownOn", day);
            model.addAttribute("shownClocks", clocks.asKnownOn(reference, day));
        }
    }

    private void addPeople(String reference, Model model) {
        List<Party> parties = cases.parties(reference);
        model.addAttribute("applicant", cases.applicant(reference));
        model.addAttribute("complainant", cases.representedComplainant(reference).orElse(null));
        model.addAttribute("parties", parties);
        model.addAttribute(
                "others", parties.stream().filter(party -> party.role() != PartyRole.APPLICANT).toList());
    }

    private void addComplaint(String reference, Model model) {
        Map<Integer, Assessment> assessed = new LinkedHashMap<>();
        findings.of(reference).forEach(assessment -> assessed.put(assessment.number(), assessment));
        model.addAttribute(
                "allegations",
                cases.allegations(reference).stream()
                        .map(allegation -> new Assessed(allegation, assessed.get(allegation.number())))
                        .toList());
    }

    private void addReview(String reference, Model model) {
        model.addAttribute("triage", escalations.latest(reference).orElse(null));
        model.addAttribute("decision", decisions.current(reference).orElse(null));
        model.addAttribute("learning", learning.of(reference));
    }

    private void addTimeline(String reference, boolean all, Model model) {
        List<RecordedAct> everything = acts.of(reference);
        model.addAttribute("actsInAll", everything.size());
        model.addAttribute(
                "acts", all ? everything : everything.subList(0, Math.min(NEWEST_ACTS, everything.size())));
    }

    private static Optional<ClockView> nextOf(CaseFile file, List<ClockView> clocks) {
        return clocks.stream()
                .filter(clock -> file.state() != CaseState.CLOSED)
                .filter(clock -> clock.state() == ClockState.RUNNING && clock.dueOn() != null)
                .min(Comparator.comparing(ClockView::dueOn));
    }

    /** Every fact that anybody has spoken of, with what stands now and who said what before. */
    private List<FactRow> factRows(String reference) {
        Map<String, Object> standing = facts.current(reference).known();
        List<Facts.FactSet> history = facts.history(reference);
        List<FactRow> rows = new ArrayList<>();
        standing.forEach((name, value) -> {
            List<Said> said = new ArrayList<>();
            for (Facts.FactSet set : history) {
                Object word = set.facts().known().get(name);
                if (word != null) {
                    said.add(new Said(word, set.source(), set.recordedBy(), set.recordedAt()));
                }
            }
            rows.add(new FactRow(name, value, newestFirst(said)));
        });
        return rows;
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        java.util.Collections.reverse(turned);
        return turned;
    }

    /**
     * An allegation with what was found on it.
     *
     * @param assessment null until it is assessed
     */
    public record Assessed(Allegation allegation, Assessment assessment) {}

    /**
     * One fact of {@link CaseFacts}.
     *
     * @param name as the decision tables call it
     * @param value what stands now
     * @param said everything that was said about it, newest first
     */
    public record FactRow(String name, Object value, List<Said> said) {

        /** Whether somebody said otherwise before. */
        public boolean disputed() {
            return said.stream().anyMatch(word -> !word.value().equals(value));
        }

        /** Where else the same was said, each source once. */
        public List<String> others() {
            return said.stream().skip(1).map(word -> word.source().words()).distinct().toList();
        }
    }

    /** What somebody said about a fact. */
    public record Said(Object value, FactSource source, String by, Instant at) {}
}
