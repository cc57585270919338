package org.redress.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.redress.kind.DeclaredClock;

@Entity
@Table(name = "clock_rule")
class ClockRuleRow {

    @Id
    private String clock;
    @Enumerated(EnumType.STRING)
    private DayRule rule;
    @Column(name = "day_count")
    private int count;
    @Enumerated(EnumType.STRING)
    private WorkingCalendar calendar;
    private String provision;
    private boolean verified;
    private String note;
    private Instant changedAt;
    private String changedBy;
    private String reason;
    @Version
    private int version;

    protected ClockRuleRow() {
    }

    void become(ClockRule other) {
        this.rule = other.rule();
        this.count = other.count();
        this.calendar = other.calendar();
        this.provision = other.provision();
        this.verified = other.verified();
        this.note = other.note();
        this.changedAt = other.changedAt();
        this.changedBy = other.changedBy();
        this.reason = other.reason();
    }

    String clock() {
        return clock;
    }

    ClockRule seen(DeclaredClock declared) {
        return new ClockRule(new ClockName(clock), declared.words(), declared.backwards(), rule, count, calendar, provision, verified, note, changedAt, changedBy, reason,
                version);
    }
}
