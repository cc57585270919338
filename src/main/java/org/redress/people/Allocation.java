package org.redress.people;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which case in hand, who had it before, and how much each person has. */
@Service
@Transactional
public class Allocation {

    private final AllocationRepository allocations;
    private final List<WorkBar> bars;
    private final StaffDirectory staff;
    private final Groups groups;
    private final Clock clock;

    Allocation(AllocationRepository allocations, List<WorkBar> bars, StaffDirectory staff, Groups groups, Clock clock) {
        this.allocations = allocations;
        this.bars = List.copyOf(bars);
        this.staff = staff;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Gives a case to a caseworker; whoever had it lets go of it.
     *
     * @throws UnknownStaff where nobody has the account
     * @throws AllocationRefused where the person is no caseworker, is kept from the case by a {@link WorkBar}, or
     *     somebody else allocated the case at the same moment
     */
    public void allocate(String caseReference, String account, String by) {
        StaffMember member = staff.find(account).orElseThrow(() -> new UnknownStaff(account));
        if (!member.isInAny(groups.with(Kind.Part.CASEWORKER, caseReference))) {
            throw new AllocationRefused(member.fullName() + " is not a caseworker. Choose a caseworker.");
        }
        List<String> reasons = reasonsAgainst(caseReference, account);
        if (!reasons.isEmpty()) {
            throw new AllocationRefused(member.fullName() + " may not work on " + caseReference + ". "
                    + String.join(" ", reasons)
                    + candidates(caseReference).stream()
                            .findFirst()
                            .map(next -> " Choose somebody else: " + next.fullName() + " has the least in hand of those who may.")
                            .orElse(" No other caseworker may work on it now."));
        }
        Optional<AllocationEntity> standing = allocations.standing(caseReference);
        if (standing.filter(held -> held.account().equals(account)).isPresent()) {
            return;
        }
        try {
            standing.ifPresent(held -> {
                held.release(clock.instant());
                allocations.saveAndFlush(held);
            });
            allocations.saveAndFlush(new AllocationEntity(caseReference, account, by, clock.instant()));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException atTheSameTime) {
            throw new AllocationRefused("Somebody else allocated " + caseReference + " at the same moment. Look who has it now.");
        }
    }

    /** The caseworkers who may have the case, whoever has least in hand first. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates(String caseReference) {
        Map<String, Long> workload = workload();
        return members(groups.with(Kind.Part.CASEWORKER, caseReference))
                .filter(member -> reasonsAgainst(caseReference, member.account()).isEmpty())
                .sorted(Comparator.comparing((StaffMember member) -> workload.getOrDefault(member.account(), 0L))
                        .thenComparing(StaffMember::account))
                .toList();
    }

    private Stream<StaffMember> members(Collection<String> some) {
        return some.stream().flatMap(group -> staff.inGroup(group).stream()).distinct();
    }

    private List<String> reasonsAgainst(String caseReference, String account) {
        return bars.stream().flatMap(bar -> bar.refusal(caseReference, account).stream()).toList();
    }

    /** The account that has the case in hand. */
    @Transactional(readOnly = true)
    public Optional<String> caseworkerOf(String caseReference) {
        return allocations.standing(caseReference).map(AllocationEntity::account);
    }

    /** Everyone who has or had the case in hand, the first first. */
    @Transactional(readOnly = true)
    public List<Held> history(String caseReference) {
        return allocations.history(caseReference).stream().map(AllocationEntity::toHeld).toList();
    }

    /** How many cases each caseworker has in hand, those with none too, by account. */
    @Transactional(readOnly = true)
    public Map<String, Long> workload() {
        Map<String, Long> workload = new TreeMap<>();
        members(groups.with(Kind.Part.CASEWORKER)).forEach(member -> workload.put(member.account(), 0L));
        allocations.inHand().forEach(count -> workload.put(count.account(), count.cases()));
        return workload;
    }

    /** Nobody has the case in hand any more: it is closed, or goes back to the group. */
    public void release(String caseReference) {
        allocations.standing(caseReference).ifPresent(held -> held.release(clock.instant()));
    }

    /** Everything that somebody has in hand is in nobody's hand any more. Gives the cases. */
    public List<String> releaseAllOf(String account) {
        List<AllocationEntity> held = allocations.heldBy(account);
        held.forEach(one -> one.release(clock.instant()));
        return held.stream().map(AllocationEntity::caseReference).toList();
    }

    @EventListener
    void takeFromWhoeverIsBarred(PersonBarred barred) {
        allocations.standing(barred.caseReference())
                .filter(held -> held.account().equals(barred.account()))
                .ifPresent(held -> held.release(clock.instant()));
    }
}
