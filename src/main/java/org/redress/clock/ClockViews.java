package org.redress.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Every clock of a case at a glance, now or as the file stood on a past day. */
@Component
class ClockViews {

    private final CaseClocks caseClocks;
    private final ClockRuleTable rules;
    private final Calendars calendars;
    private final Now now;

    ClockViews(CaseClocks caseClocks, ClockRuleTable rules, Calendars calendars, Now now) {
        this.caseClocks = caseClocks;
        this.rules = rules;
        this.calendars = calendars;
        this.now = now;
    }

    List<ClockView> now(String caseReference) {
        return of(caseReference, now.today(), CaseClock::facts);
    }

    List<ClockView> asKnownOn(String caseReference, LocalDate day) {
        return of(caseReference, day, clock -> clock.facts().stream()
                .filter(fact -> fact.recordedAt().isBefore(now.endOf(day))).toList());
    }

    private List<ClockView> of(String caseReference, LocalDate day, KnownFacts known) {
        Map<ClockName, ClockRule> byName = new LinkedHashMap<>();
        rules.all().forEach(rule -> byName.put(rule.clock(), rule));
        List<ClockName> order = List.copyOf(byName.keySet());
        Map<WorkingCalendar, WorkingDays> days = new EnumMap<>(WorkingCalendar.class);
        return caseClocks.ofCase(caseReference).stream()
                .sorted(Comparator.comparing((CaseClock clock) -> order.indexOf(clock.clock())).thenComparing(CaseClock::subject))
                .map(clock -> {
                    List<ClockFact> facts = known.of(clock);
                    ClockRule rule = byName.get(clock.clock());
                    return facts.isEmpty() ? null : Wording.view(rule, facts, day,
                            days.computeIfAbsent(rule.calendar(), c -> calendars.workingDays(c).asFarAsKnown())).of(clock.subject());
                }).filter(Objects::nonNull).toList();
    }

    private interface KnownFacts {

        List<ClockFact> of(CaseClock clock);
    }
}
