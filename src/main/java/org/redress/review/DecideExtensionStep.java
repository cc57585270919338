package org.redress.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.Words;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.Faults;
import org.redress.step.RoutingFacts;
import org.redress.step.Step;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class DecideExtensionStep implements Step<DecideExtension> {

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final Facts facts;
    private final ApplicantAnswers answersGiven;
    private final Clocks clocks;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;

    DecideExtensionStep(
            JdbcTemplate jdbc,
            CaseFiles cases,
            Facts facts,
            ApplicantAnswers answersGiven,
            Clocks clocks,
            ActRecord acts,
            Now now,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.now = now;
        this.facts = facts;
        this.answersGiven = answersGiven;
        this.clocks = clocks;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> show(StepContext context) {
        Integer counted = clocks.countedDays(context.caseReference());
        LocalDate lastDay = clocks.lastDay(context.caseReference());
        List<String> reasons = answersGiven.of(context.caseReference()).stream()
                .map(answer -> answer.silence()
                        ? "No answer came by " + Words.day(answer.receivedOn()) + "."
                        : Optional.ofNullable(answer.lateReasons()).orElse(""))
                .filter(reason -> !reason.isBlank())
                .toList();
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "latenessWords",
                (counted == null
                                ? ""
                                : "The application came on day " + counted + ". There are 28 days. The last day was " + Words.day(lastDay) + ".")
                        + elsewhereFirst(cases.get(context.caseReference()), lastDay));
        shown.put("reasonsGiven", String.join("\n\n", reasons));
        return shown;
    }

    /** An application that somebody else had first may have been in time there, and that can be a special circumstance. */
    private String elsewhereFirst(CaseFile file, LocalDate lastDay) {
        if (file.wrongBody() == null || file.receivedByWrongBodyAt() == null) {
            return "";
        }
        String body = switch (file.wrongBody()) {
            case "FORCE" -> "the force";
            case "IOPC" -> "the IOPC";
            default -> "another local policing body";
        };
        LocalDate had = now.londonDay(file.receivedByWrongBodyAt());
        String when = lastDay == null ? "" : had.isAfter(lastDay) ? ", after the last day" : ", in time";
        return " It had reached " + body + " on " + Words.day(had) + when + "."
                + (file.wrongBody().equals("IOPC") ? " The days there are left out of the count." : " The days there count.");
    }

    @Override
    public RoutingFacts complete(StepContext context, DecideExtension answers) {
        new Faults()
                .when(
                        answers.specialCircumstances() == SpecialCircumstances.NOT_CONSIDERED,
                        "specialCircumstances",
                        "Choose whether more time is just or not.")
                .whenBlank(answers.extensionReason(), "extensionReason", "Write your reasons. They stay on the file.")
                .refuseIfAny();
        String reference = context.caseReference();
        jdbc.update(
                """
                insert into app.extension_decision (case_reference, special_circumstances, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?)
                """,
                reference,
                answers.specialCircumstances().name(),
                answers.extensionReason(),
                context.person(),
                Timestamp.from(clock.instant()));
        facts.add(
                reference,
                FactSource.EXTENSION,
                CaseFacts.from(Map.of("specialCircumstances", answers.specialCircumstances())),
                context.person());
        boolean accepted = answers.specialCircumstances() == SpecialCircumstances.ACCEPTED;
        acts.append(new Act(
                reference,
                context.person(),
                "DECIDED_EXTENSION",
                accepted ? "Late application accepted" : "Late application refused",
                "reg 29(4)",
                Map.of("reason", answers.extensionReason())));
        return RoutingFacts.of("specialCircumstances", answers.specialCircumstances());
    }
}
