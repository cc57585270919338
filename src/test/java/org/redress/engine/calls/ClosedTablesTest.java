package org.redress.engine.calls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table can reach from the values that it is handed. */
class ClosedTablesTest {

    private static final DmnEngine TABLES = ClosedTables.engine();

    @BeforeEach
    void nothing_called_yet() {
        Handed.called = false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing.call()",
                "thing.call",
                "thing.secret",
                "thing.class",
                "thing.class.name",
                "thing.getClass()",
                "{t: thing, n: t.call()}.n",
                "{f: thing.call, n: f()}.n",
                "{t: [thing][1], n: t.call()}.n",
                "{t: things[1], n: t.call()}.n",
                "inside.thing.call()",
                "for t in things return t.call()",
                "some t in things satisfies t.call() = 1",
                "if true then thing.call() else 0",
                "get value(inside, \"thing\")",
                "few.class",
                "{l: few.class.module.layer, r: l.findLoader(\"jdk.compiler\"), c: r.loadClass(\"java.lang.Thread\"), n: c.name}.n",
                "{c: file.class.module, n: c.name}.n",
                "file.delete()",
                "stream.readAllBytes()",
                "kind.forName(\"java.lang.Runtime\")",
                "kind.newInstance()"
            })
    void a_cell_looks_into_no_value_and_calls_nothing_on_it(String cell) {
        assertThatThrownBy(() -> answer("", cell)).hasStackTraceContaining("Tables and conditions are asked about words");
        assertThat(Handed.called).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "http://www.jcp.org/en/jsr/detail?id=245"})
    void no_cell_is_in_another_language(String language) {
        assertThatThrownBy(() -> answer("expressionLanguage=\"" + language + "\"", "${''.getClass().forName('java.lang.Runtime')}"))
                .hasStackTraceContaining("Write the cell in FEEL");
    }

    @Test
    void what_tables_are_asked_about_is_answered_as_before() {
        assertThat(answer("", "upper case(word)")).isEqualTo("PAPERS");
        assertThat(answer("", "count + 1")).isEqualTo(4L);
        assertThat(answer("", "day + duration(\"P1D\") = date(\"2026-03-02\")")).isEqualTo(true);
        assertThat(answer("", "words[2]")).isEqualTo("two");
        assertThat(answer("", "known.name")).isEqualTo("A. Person");
        assertThat(answer("", "kept = null and not(no)")).isEqualTo(true);
        assertThat(answer("", "state = \"NEW\"")).isEqualTo(true);
    }

    @Test
    void nobody_else_makes_an_engine_for_tables() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ClosedTables.class.getName())
                .should()
                .callMethodWhere(target(name("buildEngine")))
                .because("an engine with the defaults runs JUEL and scripts from any table that is deployed")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.redress"));
    }

    private static Object answer(String language, String cell) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of(
                "thing", new Handed(), "things", List.of(new Handed()), "inside", Map.of("thing", new Handed()),
                "few", "few".getBytes(StandardCharsets.UTF_8), "file", new java.io.File("/nowhere"),
                "stream", new ByteArrayInputStream(new byte[1]), "kind", Handed.class));
        values.putAll(Map.of("word", "papers", "count", 3, "day", LocalDate.of(2026, 3, 1), "words", Arrays.asList("one", "two"),
                "known", Map.of("name", "A. Person"), "no", false, "state", Thread.State.NEW));
        values.put("kept", null);
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
                  <decision id="Planted" name="Planted">
                    <variable id="v" name="answer"/>
                    <literalExpression id="l" %s><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """
                .formatted(language, cell.replace("\"", "&quot;"));
        return TABLES.evaluateDecision(
                        TABLES.parseDecision("Planted", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))), values)
                .getSingleEntry();
    }

    /** What a person might hand to a table. */
    public static class Handed {

        static boolean called;

        public Handed() {}

        public int call() {
            called = true;
            return 1;
        }

        public String getSecret() {
            called = true;
            return "secret";
        }
    }
}
