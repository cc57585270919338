package org.redress.people;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflicts of interest: who may not touch which case, and why. What was said stays on record, also after it was
 * lifted.
 */
@Service
@Transactional
public class Conflicts {

    private final ConflictRepository bars;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conflicts(ConflictRepository bars, StaffDirectory staff, ApplicationEventPublisher events, Clock clock) {
        this.bars = bars;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a person away from a case; whoever has it in hand loses it. Saying the same thing twice changes nothing,
     * a further reason is added to the first.
     *
     * @throws UnknownStaff where nobody has the account
     * @throws IllegalArgumentException where no reason is given
     */
    public void bar(String caseReference, String account, String reason, String by) {
        staff.find(account).orElseThrow(() -> new UnknownStaff(account));
        String words = Words.needed(reason, "Say why this person may not work on the case.");
        boolean said = bars.standing(caseReference, account).stream().anyMatch(bar -> bar.reason().equals(words));
        if (!said) {
            bars.save(new ConflictEntity(caseReference, account, words, by, clock.instant()));
            events.publishEvent(new PersonBarred(caseReference, account, words, by));
        }
    }

    /**
     * Lets a person near a case again.
     *
     * @return whether the person had been kept away
     * @throws IllegalArgumentException where no reason is given
     */
    public boolean lift(String caseReference, String account, String reason, String by) {
        String words = Words.needed(reason, "Say why this person may work on the case after all.");
        List<ConflictEntity> standing = bars.standing(caseReference, account);
        standing.forEach(bar -> bar.lift(words, by, clock.instant()));
        return !standing.isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean isBarred(String caseReference, String account) {
        return !bars.standing(caseReference, account).isEmpty();
    }

    /** Everyone who is kept away from a case now, a row for each reason, the oldest first. */
    @Transactional(readOnly = true)
    public List<Bar> barred(String caseReference) {
        return bars.standing(caseReference).stream().map(ConflictEntity::toBar).toList();
    }
}
