package org.redress.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.step.DecisionRow;
import org.redress.step.DecisionTables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains which body a review is for, read off the rows of the tables that decided it: each reason in the words of its
 * row, its paragraph, the facts it asks for, and who judged them when (Sch 3 para 30; C&amp;M Regs reg 32).
 */
@Service
public class ReviewBodyReasons {

    private static final String REASONS = "ReviewBodyLimbs";
    private static final String BODY = "RelevantReviewBody";

    /**
     * Why the review is for whom it is for.
     *
     * @param reviewBody {@code IOPC}, {@code THIS_BODY} or {@code OTHER_BODY}; null while nobody has tested it
     * @param testedAt null while nobody has tested it
     * @param overtaken whether a fact that a reason asks for has changed since a caseworker confirmed it
     * @param met every reason that was met, in the order of the table
     * @param notMet every other reason
     * @param force what decides between this body and another where no reason for the IOPC is met
     */
    public record Explanation(
            String reviewBody,
            Instant testedAt,
            boolean overtaken,
            List<Reason> met,
            List<Reason> notMet,
            List<Asked> force) {}

    /** One reason for the IOPC, in the words that stand beside its row. */
    public record Reason(Limb limb, String provision, String words, List<Asked> asked) {}

    /**
     * One fact that a row asks for.
     *
     * @param wanted what the row wants, in FEEL; see {@link #wantsYes} and {@link #wantsAnythingButYes}
     * @param answer what stands about the fact; null where nobody has said
     * @param judgedBy who said so, null where nobody has
     */
    public record Asked(
            String fact, String question, String wanted, Object answer, String judgedBy, Instant judgedAt, FactSource source) {

        /** Whether the row is met by a yes, and by nothing else. */
        public boolean wantsYes() {
            return wanted.equals("true");
        }

        /** Whether the row is met by a no, and by doubt as well. */
        public boolean wantsAnythingButYes() {
            return Set.of(wanted.split("\\s*,\\s*")).equals(Set.of("false", "null"));
        }
    }

    private final DecisionTables tables;
    private final Determinations determinations;
    private final Facts facts;

    ReviewBodyReasons(DecisionTables tables, Determinations determinations, Facts facts) {
        this.tables = tables;
        this.determinations = determinations;
        this.facts = facts;
    }

    /** The words of each reason, by the code of its {@link Limb}, as the case's own version of the table says them. */
    @Transactional(readOnly = true)
    public Map<String, String> words(String caseReference) {
        Map<String, String> words = new LinkedHashMap<>();
        tables.rows(REASONS, caseReference).forEach(row -> words.put(limb(row).name(), row.words()));
        return words;
    }

    /** Explains the newest test of a case; before the first, what will be asked. */
    @Transactional(readOnly = true)
    public Explanation of(String caseReference) {
        Optional<Determination> tested = determinations.latest(caseReference);
        Set<Limb> found = tested.map(Determination::limbs).orElse(List.of()).stream()
                .map(Determination.LimbMet::limb)
                .collect(Collectors.toSet());
        FactHistory history = new FactHistory(facts.history(caseReference));
        List<Reason> met = new ArrayList<>();
        List<Reason> notMet = new ArrayList<>();
        for (DecisionRow row : tables.rows(REASONS, caseReference)) {
            List<Asked> asked = row.conditions().stream().map(condition -> judged(history, condition)).toList();
            Reason reason = new Reason(limb(row), row.conclusions().get("provision"), row.words(), asked);
            (found.contains(reason.limb()) ? met : notMet).add(reason);
        }
        return new Explanation(
                tested.map(Determination::reviewBody).orElse(null),
                tested.map(Determination::determinedAt).orElse(null),
                tested.isPresent() && overtaken(history, met, notMet),
                met,
                notMet,
                force(caseReference, history));
    }

    private static boolean overtaken(FactHistory history, List<Reason> met, List<Reason> notMet) {
        Map<String, Object> confirmed = history.whenConfirmed().routing().values();
        Map<String, Object> now = history.current().routing().values();
        return Stream.concat(met.stream(), notMet.stream())
                .flatMap(reason -> reason.asked().stream())
                .anyMatch(asked -> !Objects.equals(confirmed.get(asked.fact()), now.get(asked.fact())));
    }

    /** The facts that tell this body from another; the table's other column counts the reasons above. */
    private List<Asked> force(String caseReference, FactHistory history) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        tables.rows(BODY, caseReference).stream()
                .flatMap(row -> row.conditions().stream())
                .filter(condition -> CaseFacts.isFact(condition.fact()))
                .forEach(condition -> asked.putIfAbsent(condition.fact(), judged(history, condition)));
        return List.copyOf(asked.values());
    }

    private static Asked judged(FactHistory history, DecisionRow.Condition condition) {
        Optional<Facts.FactSet> judged = history.judgedBy(condition.fact());
        return new Asked(
                condition.fact(),
                condition.question(),
                condition.cell(),
                judged.map(set -> set.facts().known().get(condition.fact())).orElse(null),
                judged.map(Facts.FactSet::recordedBy).orElse(null),
                judged.map(Facts.FactSet::recordedAt).orElse(null),
                judged.map(Facts.FactSet::source).orElse(null));
    }

    private static Limb limb(DecisionRow row) {
        return Limb.valueOf(row.conclusions().get("limb"));
    }
}
