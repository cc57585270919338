package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import org.redress.clock.ClockName;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class ChasePapersStep implements Step<ChasePapers> {

    private final JdbcTemplate jdbc;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    ChasePapersStep(JdbcTemplate jdbc, Clocks clocks, ActRecord acts, Now now, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
    }

    @Override
    public RoutingFacts complete(StepContext context, ChasePapers answers) {
        new Faults()
                .when(
                        answers.nextChaseOn() != null && !answers.nextChaseOn().isAfter(now.today()),
                        "nextChaseOn",
                        "Enter a day after today.")
                .refuseIfAny();
        String reference = context.caseReference();
        jdbc.update(
                """
                insert into app.paper_chase (case_reference, how, note, next_on, chased_by, chased_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                reference,
                answers.chasedHow(),
                answers.chaseNote(),
                answers.nextChaseOn() == null ? null : Date.valueOf(answers.nextChaseOn()),
                context.person(),
                Timestamp.from(clock.instant()));
        if (answers.nextChaseOn() != null && clocks.isRunning(reference, ClockName.PAPERS.name())) {
            clocks.extend(
                    reference,
                    ClockName.PAPERS,
                    answers.nextChaseOn(),
                    "Chased; the force was given until then",
                    "Local agreement",
                    context.person());
        }
        acts.append(Act.of(reference, context.person(), "CHASED_PAPERS", "Papers chased"));
        return RoutingFacts.none();
    }
}
