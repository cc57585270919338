package org.redress.people;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.redress.record.Act;
import org.redress.record.ActRecord;
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

    private static final String THE_HOUSE = "redress";

    private final ConflictRepository bars;
    private final StaffDirectory staff;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conflicts(
            ConflictRepository bars,
            StaffDirectory staff,
            ActRecord acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bars = bars;
        this.staff = staff;
        this.acts = acts;
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
        bar(caseReference, account, ConflictKind.REPORTED, reason, by);
    }

    /**
     * A person says that they have an interest in a case, or had a part in the complaint. It counts at once; nobody has
     * to confirm it.
     *
     * @throws IllegalArgumentException where no reason is given, or only others can see a conflict of this kind
     */
    public void declare(String caseReference, String account, ConflictKind kind, String reason) {
        if (kind == ConflictKind.REPORTED || kind == ConflictKind.SAME_HOUSEHOLD) {
            throw new IllegalArgumentException("A person declares an interest or an earlier part in the complaint.");
        }
        bar(caseReference, account, kind, reason, account);
        acts.append(Act.of(
                        caseReference, account, "DECLARED_INTEREST", kind.words() + ": " + staff.nameOf(account) + " stays away")
                .because(reason.strip()));
    }

    /**
     * Keeps away somebody who seems to live with a person on the case, until a manager has looked. Whoever was looked at
     * once is not barred for it again.
     */
    public void barSameHousehold(String caseReference, String account, String reason) {
        if (!bars.known(caseReference, account, ConflictKind.SAME_HOUSEHOLD)) {
            bar(caseReference, account, ConflictKind.SAME_HOUSEHOLD, reason, THE_HOUSE);
            acts.append(Act.of(
                    caseReference, THE_HOUSE, "FOUND_CONFLICT", staff.nameOf(account) + " stays away until a manager has looked: "
                            + reason));
        }
    }

    private void bar(String caseReference, String account, ConflictKind kind, String reason, String by) {
        staff.find(account).orElseThrow(() -> new UnknownStaff(account));
        String words = Words.needed(reason, "Say why this person may not work on the case.");
        boolean said = bars.standing(caseReference, account).stream().anyMatch(bar -> bar.reason().equals(words));
        if (!said) {
            bars.save(new ConflictEntity(caseReference, account, kind, words, by, clock.instant()));
            events.publishEvent(new PersonBarred(caseReference, account, words, by));
        }
    }

    /**
     * Lets a person near a case again. A manager's reasons stay on the record.
     *
     * @return whether the person had been kept away
     * @throws IllegalArgumentException where no reason is given
     * @throws OwnWorkRefused where somebody would set aside their own conflict
     */
    public boolean lift(String caseReference, String account, String reason, String by) {
        String words = Words.needed(reason, "Say why this person may work on the case after all.");
        NotOwnWork.mustDiffer(by, account, "Nobody sets their own conflict of interest aside. Ask another manager.");
        List<ConflictEntity> standing = bars.standing(caseReference, account);
        standing.forEach(bar -> bar.lift(words, by, clock.instant()));
        if (!standing.isEmpty()) {
            acts.append(Act.of(
                            caseReference,
                            by,
                            "OVERRODE_CONFLICT",
                            "Conflict of interest set aside: " + staff.nameOf(account) + " may work on the case")
                    .because(words));
            events.publishEvent(new ConflictSetAside(caseReference, account));
        }
        return !standing.isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean isBarred(String caseReference, String account) {
        return !bars.standing(caseReference, account).isEmpty();
    }

    /** Who is kept away from a case now. */
    @Transactional(readOnly = true)
    public Set<String> accountsBarred(String caseReference) {
        return new TreeSet<>(bars.accounts(caseReference));
    }

    /** The cases from which somebody is kept away now. */
    @Transactional(readOnly = true)
    public Set<String> hiddenCases() {
        return new TreeSet<>(bars.hiddenCases());
    }

    /** Everyone who is kept away from a case now, a row for each reason, the oldest first. */
    @Transactional(readOnly = true)
    public List<Bar> barred(String caseReference) {
        return bars.standing(caseReference).stream().map(ConflictEntity::toBar).toList();
    }

    /** The conflicts that were set aside, the oldest first. */
    @Transactional(readOnly = true)
    public List<SetAside> setAside(String caseReference) {
        return bars.lifted(caseReference).stream().map(ConflictEntity::toSetAside).toList();
    }
}
