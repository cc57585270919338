package org.redress.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.util.ClassDelegateUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a deployed text can reach once the engine runs it, should it ever get past the gate. */
@RedressTest
class ClosedEngineIT {

    private static final Pattern CALL = Pattern.compile("(?<![\\w'.])([a-z]\\w*)\\.(\\w+)\\(");

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private DiagramCalls calls;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${dataSource.connection}",
                "${jdbcTemplate.queryForList('select 1')}",
                "${identityService.createUserQuery().list()}",
                "${repositoryService}",
                "${runtimeService.startProcessInstanceByKey('StatutoryReview')}",
                "${cases.all()}",
                "${environment.getProperty('user.home')}",
                "${applicationContext}",
                "${systemProperties}",
                "${execution.processEngineServices}",
                "${execution.getVariable('path')}",
                "${execution}",
                "${task.assignee}",
                "${caseExecution.id}",
                "${authenticatedUserId}",
                "${''.getClass()}",
                "${''.class}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('id')}",
                "${'a'.concat('b')}",
                "${''['class']}",
                "${clocks.class}",
                "${clocks.getClass()}",
                "${clocks['class']}",
                "${clocks.rules}",
                "${clocks.hashCode()}",
                "${clocks.cancelOpen('RV/2026/000042K', null, 'x', 'y', 'z')}",
                "${clocks.due('RV/2026/000042K')}",
                "${clocks.getTargetSource()}",
                "${clocks.bean()}",
                "${letters.of('RV/2026/000042K')}",
                "${true.getClass()}",
                "${dateTime()}",
                "${dateTime().toDate()}",
                "${now().getClass()}",
                "${currentUserGroups().getClass()}",
                "${S('{}')}",
                "${JSON('{}').prop('x')}",
                "#{clocks.class}",
                "${clocks.endOfSoon().toInstant()}",
                "${!empty clocks.class}",
                "${empty path ? clocks.class : 1}",
                "a text with ${dataSource} in it"
            })
    void an_expression_reaches_nothing_but_marked_calls(String expression) {
        Throwable refused = catchThrowable(() -> value(expression));

        assertThat(refused).as(expression).isNotNull();
        assertThat(refused.getStackTrace()).isNotEmpty();
        assertThat(causes(refused)).as(expression).satisfiesAnyOf(
                all -> assertThat(all).contains("Diagrams may read their registered variables"),
                all -> assertThat(all).contains("Unknown property used in expression"),
                all -> assertThat(all).contains("Could not resolve function"),
                // the parser itself does not know such a text
                all -> assertThat(all).contains("Error while parsing expression"));
    }

    @Test
    void what_is_marked_answers_and_who_asks_and_when_is_known_to_task_lists() {
        assertThat(value("${clocks.endOfSoon()}")).isInstanceOf(java.util.Date.class);
        assertThat(value("${now()}")).isInstanceOf(java.util.Date.class);
        assertThat(value("${clocks.priority('RV/2026/000042K', 'PAPERS', 1) == 50}")).isEqualTo(true);
    }

    @Test
    void a_deployed_text_names_no_class() {
        assertThatThrownBy(() -> inEngine(() -> ClassDelegateUtil.instantiateDelegate(Planted.class.getName(), List.of())))
                .hasStackTraceContaining("names the class " + Planted.class.getName());
        assertThat(Planted.ran).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "python", "ecmascript", "graal.js", "feel"})
    void no_script_runs_in_any_language(String language) {
        assertThatThrownBy(() -> inEngine(() -> engine.getScriptingEngines().getScriptEngineForLanguage(language)))
                .hasStackTraceContaining("There is a script in " + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "http://www.jcp.org/en/jsr/detail?id=245"})
    void a_decision_table_is_asked_in_feel_and_in_nothing_else(String language) {
        assertThatThrownBy(() -> evaluate(table("expressionLanguage=\"" + language + "\"", "clocks.endOfSoon()")))
                .hasStackTraceContaining("Diagrams may read their registered variables");
        assertThat(evaluate(table("", "1 + 1"))).isEqualTo(2L);
    }

    @Test
    void feel_calls_no_java() {
        String cell = "{ property: function(name) external { java: { class: \"java.lang.System\","
                + " method signature: \"getProperty(java.lang.String)\" } }, read: property(\"user.home\") }.read";
        String planted = table("", cell.replace("\"", "&quot;"));

        assertThat(evaluate(table("", "upper case(&quot;works&quot;)"))).isEqualTo("WORKS");
        assertThat(catchThrowable(() -> assertThat(evaluate(planted)).isEqualTo(System.getProperty("user.home"))))
                .as("FEEL hands nothing to Java")
                .isNotNull()
                .satisfies(refused -> assertThat(causes(refused)).containsAnyOf("External function", "external", "null"));
    }

    @Test
    void every_marked_call_is_made_by_a_diagram_or_a_task_list_and_no_other_is() throws IOException {
        TreeSet<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path diagram : files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Matcher call = CALL.matcher(Files.readString(diagram));
                while (call.find()) {
                    made.add(call.group(1) + "." + call.group(2));
                }
            }
        }
        made.add("clocks.endOfSoon");
        // IssueLetters as it was deployed before the desk calls these, for cases that still run on it
        made.addAll(List.of("reviewLetters.draft", "reviewLetters.send"));
        TreeSet<String> marked = new TreeSet<>();
        calls.beans().forEach(bean -> calls.methodsOf(bean).forEach(method -> marked.add(bean + "." + method)));

        assertThat(marked).isEqualTo(made);
    }

    private Object value(String expression) {
        return inEngine(() -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(StartProcessVariableScope.getSharedInstance()));
    }

    private <T> T inEngine(Callable<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            try {
                return work.call();
            } catch (RuntimeException thrown) {
                throw thrown;
            } catch (Exception thrown) {
                throw new IllegalStateException(thrown);
            }
        });
    }

    private Object evaluate(String dmn) {
        DmnEngine tables = engine.getDmnEngineConfiguration().buildEngine();
        return inEngine(() -> tables.evaluateDecision(
                        tables.parseDecision("Planted", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8))),
                        Variables.fromMap(Map.of()))
                .getSingleEntry());
    }

    private static String table(String language, String text) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                  <decision id="Planted" name="Planted" camunda:historyTimeToLive="P1D">
                    <variable id="v" name="answer"/>
                    <literalExpression id="l" %s><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """
                .formatted(language, text);
    }

    private static String causes(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    /** What a diagram might name. */
    public static class Planted implements JavaDelegate {

        static boolean ran;

        public Planted() {
            ran = true;
        }

        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            ran = true;
        }
    }
}
