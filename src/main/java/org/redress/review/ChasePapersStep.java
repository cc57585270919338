package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.Targets;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class ChasePapersStep implements Step<ChasePapers> {

    private final JdbcTemplate jdbc;
    private final Clocks clocks;
    private final Targets targets;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    ChasePapersStep(JdbcTemplate jdbc, Clocks clocks, Targets targets, ActRecord acts, Now now, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.targets = targets;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        return Map.of("nextChaseOn", targets.of(ReviewClocks.PAPERS_CHASE, now.today()));
    }

    @Override
    public RoutingFacts complete(StepContext context, ChasePapers answers) {
        String reference = context.caseReference();
        // without a day nobody would ever look again
        LocalDate next = answers.nextChaseOn() == null
                ? targets.of(ReviewClocks.PAPERS_CHASE, now.today())
                : answers.nextChaseOn();
        jdbc.update(
                """
                insert into app.paper_chase (case_reference, how, note, next_on, chased_by, chased_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                reference,
                answers.chasedHow(),
                answers.chaseNote(),
                Date.valueOf(next),
                context.person(),
                Timestamp.from(clock.instant()));
        if (clocks.dueOn(ReviewClocks.PAPERS.of(reference)).filter(next::isAfter).isPresent()
                && clocks.isRunning(ReviewClocks.PAPERS.of(reference))) {
            clocks.extend(ReviewClocks.PAPERS.of(reference), next, "Chased; the force was given until then", context.person());
        }
        acts.append(Act.of(reference, context.person(), "CHASED_PAPERS", "Papers chased"));
        return RoutingFacts.none();
    }
}
