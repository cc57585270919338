package org.redress.review.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.redress.review.decisions.TableMutants.Mutant;

/**
 * Whether the worked examples would notice a fault in a table. Every rule of every table is spoilt in each way that
 * {@link TableMutants} knows, one fault at a time, and an example has to give another answer than it says. What no
 * example notices is listed in {@code target/decision-mutants.txt}.
 */
class DecisionMutationTest {

    /** A table whose examples notice less than this share of faults needs more examples. */
    private static final double GOAL = 0.80;

    private static final Path REPORT = Path.of("target/decision-mutants.txt");
    private static final Path EQUIVALENT = Path.of("src/test/resources/rules/equivalent-mutants.txt");
    private static final List<Decision> DECISIONS = DecisionFiles.decisions();

    /** What came of one table. */
    private record Score(String table, int mutants, List<String> survivors, List<String> equivalents) {

        double share() {
            int counted = mutants - equivalents.size();
            return counted == 0 ? 1 : (double) (counted - survivors.size()) / counted;
        }

        @Override
        public String toString() {
            return "%s: %d faults, %d noticed, %d without effect, %d not noticed (%.0f %%)%s".formatted(
                    table, mutants, mutants - survivors.size() - equivalents.size(), equivalents.size(),
                    survivors.size(), share() * 100,
                    survivors.stream().map(name -> "\n  not noticed: " + name).reduce("", String::concat));
        }
    }

    private static final Map<String, Score> SCORES = scores();

    @TestFactory
    Stream<DynamicTest> the_worked_examples_of_a_table_notice_its_faults() throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, SCORES.values().stream().map(Score::toString).toList());
        return SCORES.values().stream().map(score -> dynamicTest(score.table(), () -> assertThat(score.share())
                .as("%s%nAdd an example that tells them from the table as it is.", score)
                .isGreaterThanOrEqualTo(GOAL)));
    }

    @Test
    void a_fault_that_is_said_to_change_nothing_exists_and_is_noticed_by_no_example() {
        List<String> withoutEffect = SCORES.values().stream()
                .flatMap(score -> score.equivalents().stream().map(name -> score.table() + ": " + name))
                .toList();
        assertThat(equivalents().keySet()).containsExactlyInAnyOrderElementsOf(withoutEffect);
        assertThat(equivalents()).allSatisfy((name, reason) -> assertThat(reason).as(name).isNotBlank());
    }

    private static Map<String, Score> scores() {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (Decision decision : DECISIONS) {
            Map<Example, List<String>> hits = new LinkedHashMap<>();
            DecisionTablesTest.examples(decision)
                    .forEach(example -> hits.put(example, decision.ask(example.given()).rules()));
            List<String> survivors = new ArrayList<>();
            List<String> without = new ArrayList<>();
            List<Mutant> mutants = TableMutants.of(decision);
            for (Mutant mutant : mutants) {
                if (!noticed(mutant, hits)) {
                    boolean known = equivalents().containsKey(decision.id + ": " + mutant.name());
                    (known ? without : survivors).add(mutant.name());
                }
            }
            scores.put(decision.id, new Score(decision.id, mutants.size(), survivors, without));
        }
        return scores;
    }

    private static boolean noticed(Mutant mutant, Map<Example, List<String>> hits) {
        // those that reach the spoilt rule notice it soonest
        return Stream.concat(
                        hits.keySet().stream().filter(example -> hits.get(example).contains(mutant.rule())),
                        hits.keySet().stream().filter(example -> !hits.get(example).contains(mutant.rule())))
                .anyMatch(example -> answersOtherwise(mutant.decision(), example));
    }

    private static boolean answersOtherwise(Decision spoilt, Example example) {
        try {
            return !DecisionTablesTest.comparable(spoilt.ask(example.given()).rows())
                    .equals(DecisionTablesTest.comparable(example.expected()));
        } catch (RuntimeException noAnswerAtAll) {
            // for example two rules of a table that may give one answer only
            return true;
        }
    }

    /** Faults that change no answer, whatever the facts, each with the reason: the name of the fault, a bar, the reason. */
    private static Map<String, String> equivalents() {
        try {
            Map<String, String> known = new LinkedHashMap<>();
            Files.readAllLines(EQUIVALENT).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 2))
                    .forEach(line -> known.put(line[0], line[1]));
            return known;
        } catch (IOException e) {
            throw new IllegalStateException(EQUIVALENT + " cannot be read", e);
        }
    }
}
