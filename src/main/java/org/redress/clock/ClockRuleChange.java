package org.redress.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Keeps what a rule was, so that an old due day can still be explained. */
@Entity
@Immutable
class ClockRuleChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_rule_change_seq")
    private Long id;
    private ClockName clock;
    private String was;
    private String became;
    private Instant changedAt;
    private String changedBy;
    private String reason;

    protected ClockRuleChange() {
    }

    ClockRuleChange(ClockRule was, ClockRule became) {
        this.clock = became.clock();
        this.was = line(was);
        this.became = line(became);
        this.changedAt = became.changedAt();
        this.changedBy = became.changedBy();
        this.reason = became.reason();
    }

    ClockName clock() {
        return clock;
    }

    ChangedRule seen(String name) {
        return new ChangedRule(clock, name, was, became, changedAt, changedBy, reason);
    }

    private static String line(ClockRule rule) {
        return rule.words() + ", rule " + rule.rule() + ", " + rule.calendar().words() + ", " + rule.provision()
                + (rule.verified() ? ", verified" : ", not verified");
    }
}
