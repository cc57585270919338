package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.clock.DiagramClocks;
import org.redress.kernel.ForDiagrams;
import org.redress.models.HostileModels.Hostile;
import org.redress.testing.Generated;

class ModelCheckTest {

    private static final Known KNOWN = new Known(new CallsOfClocks(), Models.register(), Models.clocks(), Models.groups());

    static List<Hostile> hostile() {
        return HostileModels.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_reaches_for_code_is_refused_by_its_rule_in_words_with_file_and_label(Hostile model) {
        Findings findings = ModelCheck.check(model.files(), KNOWN);
        String file = model.files().keySet().iterator().next();
        assertThat(findings.refusals()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(model.rule());
            assertThat(finding.file()).isEqualTo(file);
            if (model.label() != null) {
                assertThat(String.valueOf(finding.element())).contains(model.label());
            }
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void there_are_more_than_forty_ways_and_each_has_a_name_of_its_own() {
        assertThat(hostile().stream().map(Hostile::name)).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    @Test
    void what_they_are_made_from_is_let_in() {
        assertThat(ModelCheck.check(HostileModels.harmless(), KNOWN).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${path}", "${path == 'REVIEW' or not empty route}", "${clocks.due(caseReference, 'PAPERS')}", "${allegationNumber >= 2 ? path : route}",
        "no expression", "${'it''s'== path ? true : null}", "#{!lateReasonsGiven && (path ne \"X}\")}", "a ${path} and ${route}"
    })
    void plain_expressions_are_understood(String text) {
        boolean wellFormed = !text.contains("''s");
        assertThat(Expressions.faults(text, KNOWN.calls(), KNOWN.variables()).isEmpty()).isEqualTo(wellFormed);
    }

    @Test
    void the_first_words_of_the_answer_say_what_is_wrong_and_where() {
        Hostile first = hostile().get(0);
        String words = ModelCheck.check(first.files(), KNOWN).words();
        assertThat(words.substring(0, Math.min(200, words.length()))).contains("Not deployed").contains("Hostile.bpmn").contains("Count the days").contains("camunda:class");
    }

    @Test
    void too_large_a_file_and_too_large_a_set_are_not_even_read() {
        byte[] large = new byte[ModelCheck.MOST_BYTES + 1];
        assertThat(ModelCheck.check(Map.of("x.bpmn", large), KNOWN).refusals()).extracting(Finding::rule).containsExactly(GateRule.FILE_SIZE);
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 7; i++) {
            many.put("x" + i + ".yml", large);
        }
        assertThat(ModelCheck.check(many, KNOWN).refusals()).extracting(Finding::file).containsExactly("The set");
    }

    @Test
    void all_faults_of_all_files_are_named_at_once() {
        Map<String, byte[]> files = new TreeMap<>(Map.of("x.js", "1".getBytes(StandardCharsets.UTF_8)));
        files.putAll(hostile().get(0).files());
        assertThat(ModelCheck.check(files, KNOWN).words()).startsWith("Not deployed, 2 things to mend. 1. ").contains(" 2. ");
    }

    @Test
    void the_list_of_rules_is_that_of_the_code() {
        StringBuilder text = new StringBuilder("""
                # Rules of the gate

                Made from the code; `./mvnw test -Dtest=ModelCheckTest -Dgenerated.write=true` writes it anew. What breaks a rule is not deployed, except where "advice" is said.
                What to do when the gate refuses says the guide for process owners, "Diagrams and forms".

                | Rule | What holds | What to do |
                |---|---|---|
                """);
        for (GateRule rule : GateRule.values()) {
            text.append("| `%s`%s | %s | %s |\n".formatted(rule.id(), rule.refuses() ? "" : " (advice)", rule.promise(),
                    rule.remedy().isEmpty() ? "What the advice says." : rule.remedy()));
        }
        Generated.mustEqual("gate-rules.md", text.toString());
    }

    /** The clock's calls by the mark on its methods; enough for the files that are made up here. */
    private static final class CallsOfClocks implements KnownCalls {

        @Override
        public Set<String> beans() {
            return Set.of("clocks");
        }

        @Override
        public boolean knows(String bean, String method, int arguments) {
            return bean.equals("clocks") && marked().stream()
                    .anyMatch(call -> call.getName().equals(method) && call.getParameterCount() == arguments);
        }

        @Override
        public Collection<String> methodsOf(String bean) {
            return bean.equals("clocks") ? marked().stream().map(Method::getName).toList() : List.of();
        }

        private static List<Method> marked() {
            return Arrays.stream(DiagramClocks.class.getMethods()).filter(method -> method.isAnnotationPresent(ForDiagrams.class)).toList();
        }
    }
}
