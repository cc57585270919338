package org.redress.clock;

/** Somebody else changed a clock's rule after the person had looked at it. Nothing was changed. */
public class ClockRuleChangedMeanwhile extends RuntimeException {

    private final transient ClockRule standing;

    ClockRuleChangedMeanwhile(ClockRule standing) {
        super(standing.name() + " was changed by " + standing.changedBy() + " meanwhile");
        this.standing = standing;
    }

    /** The rule as it stands now. */
    public ClockRule standing() {
        return standing;
    }
}
