package formdoor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.redress.people.OwnWorkRefused;
import org.redress.step.AnswerKeeper;
import org.redress.step.Option;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.redress.step.StepRefused;
import org.redress.step.TaskBar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A procedure of two steps that keeps what it is told in a table of its own. */
@Configuration(proxyBeanMethods = false)
public class Reports {

    /** Makes two completions reach the step together; null in all other tests. */
    public static volatile CyclicBarrier together;

    /** Accounts that a bar keeps away. */
    public static final List<String> BARRED = new ArrayList<>();

    @Bean
    WeighReportStep weighReportStep(JdbcTemplate tables) {
        return new WeighReportStep(tables);
    }

    @Bean
    CheckReportStep checkReportStep() {
        return new CheckReportStep();
    }

    @Bean
    AnswerKeeper answersOfTheTrial(JdbcTemplate tables) {
        tables.execute("create schema if not exists app");
        tables.execute("create table if not exists app.kept_trial (case_reference text, task text, name text, key text, question text, words text, person text)");
        return (context, task, name, answers) -> {
            answers.forEach(answer -> tables.update("insert into app.kept_trial values (?, ?, ?, ?, ?, ?, ?)", context.caseReference(), task, name,
                    answer.key(), answer.question(), answer.words(), context.person()));
            if (answers.stream().anyMatch(answer -> "Break".equals(answer.words()))) {
                throw new IllegalStateException("The file broke");
            }
            meet();
        };
    }

    @Bean
    TaskBar cousins() {
        return context -> BARRED.contains(context.person())
                ? Optional.of(context.person() + " is a cousin of the officer. officer2 can take this step.")
                : Optional.empty();
    }

    private static void meet() {
        CyclicBarrier meeting = together;
        if (meeting != null) {
            try {
                meeting.await(2, TimeUnit.SECONDS);
            } catch (Exception alone) {
                // the door lets one through at a time, so nobody else comes
            }
        }
    }

    /** Keeps reasons in {@code app.report}. */
    public static class WeighReportStep implements Step<WeighReport> {

        private final JdbcTemplate tables;

        WeighReportStep(JdbcTemplate tables) {
            this.tables = tables;
            tables.execute("create schema if not exists app");
            tables.execute("create table if not exists app.report (case_reference text, person text, reason text, answers text)");
        }

        @Override
        public Map<String, Object> show(StepContext context) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("title", "Report on " + context.caseReference());
            shown.put("reportWords", "<b>It was *fine*</b> & [so on](http://example.org) www.example.org a@example.org");
            shown.put("pages", 7);
            shown.put("urgent", false);
            shown.put("receivedOn", java.time.LocalDate.of(2026, 3, 2));
            shown.put("topics", List.of("CUSTODY"));
            shown.put("staff", List.of(new Option("Officer One", "officer1"), new Option("Officer Two", "officer2")));
            shown.put("forceName", "Metropolitan Police");
            return shown;
        }

        @Override
        public RoutingFacts complete(StepContext context, WeighReport answers) {
            tables.update("insert into app.report values (?, ?, ?, ?)", context.caseReference(), context.person(), answers.reason(), answers.toString());
            if (answers.reason().startsWith("Refuse")) {
                throw new StepRefused("reason", "say more than that");
            }
            if (answers.reason().startsWith("Own work")) {
                throw new OwnWorkRefused("You wrote this report, so somebody else must weigh it.");
            }
            if (answers.reason().startsWith("Break")) {
                throw new IllegalStateException("The step broke");
            }
            meet();
            return RoutingFacts.of("verdict", answers.verdict()).and("urgent", answers.urgent()).and("topicCodes", answers.topics());
        }
    }

    /** Steers nothing. */
    public static class CheckReportStep implements Step<CheckReport> {

        @Override
        public RoutingFacts complete(StepContext context, CheckReport answers) {
            return RoutingFacts.none();
        }
    }
}
