package org.redress.record;

import java.util.Map;
import org.redress.clock.BankHolidaysChanged;
import org.redress.clock.ClockRuleChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts changes of the calendar and of the clocks on the record. They belong to no single case. */
@Component
class CalendarOnRecord {

    private final ActRecord acts;

    CalendarOnRecord(ActRecord acts) {
        this.acts = acts;
    }

    @EventListener
    void calendar(BankHolidaysChanged change) {
        acts.append(Act.of(null, change.by(), "CHANGED_CALENDAR", capital(change.words())).because(change.reason()));
    }

    @EventListener
    void rule(ClockRuleChanged change) {
        acts.append(Act.of(null, change.became().changedBy(), "CHANGED_CLOCK",
                        change.became().name() + ": " + change.became().words() + " instead of " + change.was().words())
                .because(change.became().reason())
                .with(Map.of("was", change.was().toString(), "became", change.became().toString())));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
