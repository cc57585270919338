package org.redress.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.redress.desk.Escalations;
import org.redress.desk.StaffOptions;
import org.redress.kernel.Words;
import org.redress.people.Allocation;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class AgreeHandlingStep implements Step<AgreeHandling> {

    private final JdbcTemplate jdbc;
    private final Escalations escalations;
    private final Allocation allocation;
    private final StaffOptions staff;
    private final ActRecord acts;
    private final Clock clock;

    AgreeHandlingStep(
            JdbcTemplate jdbc,
            Escalations escalations,
            Allocation allocation,
            StaffOptions staff,
            ActRecord acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.escalations = escalations;
        this.allocation = allocation;
        this.staff = staff;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        List<String> reasons = escalations
                .latest(context.caseReference())
                .map(Escalations.Triage::reasons)
                .orElse(List.of());
        return Map.of(
                "escalationWords", Words.lines(reasons),
                "staff", staff.caseworkersFor(context.caseReference()));
    }

    @Override
    public RoutingFacts complete(StepContext context, AgreeHandling answers) {
        String reference = context.caseReference();
        jdbc.update(
                "insert into app.handling_direction (case_reference, handling, agreed_by, agreed_at) values (?, ?, ?, ?)",
                reference,
                answers.handling(),
                context.person(),
                Timestamp.from(clock.instant()));
        if (!Faults.blank(answers.allocateTo())) {
            allocation.allocate(reference, answers.allocateTo(), context.person());
        }
        acts.append(Act.of(reference, context.person(), "AGREED_HANDLING", "Agreed how the case is handled")
                .with(Map.of("handling", answers.handling())));
        return RoutingFacts.of("risk", "HIGH");
    }
}
