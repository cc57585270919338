package org.redress.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.draft.Unchanged;
import org.redress.people.Conflicts;
import org.redress.people.Groups;
import org.redress.people.PersonBarred;
import org.redress.people.PersonLeft;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Restricts cases to named people and lifts it again. Whoever is not named sees nothing of the case anywhere. At least
 * one reviews manager is always named: otherwise nobody could lift the restriction.
 */
@Service
@Transactional
public class Restrictions {

    private static final String THE_HOUSE = "redress";

    private final CaseFiles cases;
    private final StaffDirectory staff;
    private final Groups groups;
    private final Conflicts conflicts;
    private final Unchanged unchanged;

    Restrictions(CaseFiles cases, StaffDirectory staff, Groups groups, Conflicts conflicts, Unchanged unchanged) {
        this.cases = cases;
        this.staff = staff;
        this.groups = groups;
        this.conflicts = conflicts;
        this.unchanged = unchanged;
    }

    /**
     * Restricts a case, or names other people for a case that is restricted already.
     *
     * @param allowed the accounts that may see the case
     * @param givenAway whether the person who restricts gives up the sight of the case, knowing it; otherwise they stay
     *     among the named
     * @throws RestrictionRefused where somebody named is no case staff, no manager is named or no reason is given
     */
    public void restrict(String reference, Set<String> allowed, boolean givenAway, String reason, String by) {
        Set<String> named = new TreeSet<>(allowed);
        if (givenAway) {
            named.remove(by);
        } else {
            named.add(by);
        }
        for (String account : named) {
            Optional<StaffMember> member = staff.find(account);
            if (member.isEmpty()) {
                throw new RestrictionRefused("allowed", "Nobody has the account " + account + ". Check its spelling.");
            }
            if (!groups.worksOn(member.get(), reference)) {
                throw new RestrictionRefused(
                        "allowed", member.get().fullName() + " does not work on cases. Choose somebody who does.");
            }
        }
        if (named.stream().noneMatch(account -> isFreeManager(reference, account))) {
            throw new RestrictionRefused(
                    "allowed",
                    "Name at least one " + managerOf(reference) + ": only a manager who is named, and has no conflict of interest, can lift"
                            + " the restriction.");
        }
        cases.restrict(reference, true, named, needed(reason, "Say why the case is restricted."), by);
    }

    /** Stands for who may see a case now: the same while nobody changes it. */
    @Transactional(readOnly = true)
    public String mark(String reference) {
        CaseFile file = cases.get(reference);
        return Unchanged.mark(file.restricted(), cases.allowed(reference), file.restrictionReason());
    }

    /**
     * Changes who may see a case, where that stands as it was seen.
     *
     * @param seen the {@link #mark} of what the person saw
     * @throws org.redress.draft.ChangedMeanwhile where somebody else was first; nothing was done
     */
    public void whereStill(String seen, String reference, Runnable change) {
        unchanged.since("who may see " + reference, seen, () -> {
            cases.restrictAlone(reference);
            return mark(reference);
        }, change);
    }

    /** @throws RestrictionRefused where no reason is given */
    public void lift(String reference, String reason, String by) {
        cases.restrict(reference, false, Set.of(), needed(reason, "Say why the restriction is lifted."), by);
    }

    /** Where the last named manager leaves, the other managers take their place; the record says so. */
    @EventListener
    void passOn(PersonLeft left) {
        for (String reference : cases.restrictedTo(left.account())) {
            Set<String> named = new TreeSet<>(cases.allowed(reference));
            named.remove(left.account());
            String because = left.fullName() + " has no account any more.";
            if (named.stream().noneMatch(account -> isManager(reference, account))) {
                named.addAll(managers(reference).filter(account -> !account.equals(left.account())).collect(Collectors.toSet()));
                because += " No manager would be named, so all " + managerOf(reference) + "s are.";
            }
            cases.restrict(reference, true, named, because, THE_HOUSE);
        }
    }

    /** So too where the last named manager is kept away by a conflict of interest. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void passOn(PersonBarred barred) {
        String reference = barred.caseReference();
        Set<String> named = new TreeSet<>(cases.allowed(reference));
        if (!isManager(reference, barred.account()) || !named.contains(barred.account())
                || named.stream().anyMatch(account -> isFreeManager(reference, account))) {
            return;
        }
        Set<String> others = managers(reference)
                .filter(account -> isFreeManager(reference, account))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            named.addAll(others);
            cases.restrict(
                    reference,
                    true,
                    named,
                    staff.nameOf(barred.account())
                            + " has a conflict of interest. No manager would be named, so all other " + managerOf(reference) + "s are.",
                    THE_HOUSE);
        }
    }

    private boolean isFreeManager(String reference, String account) {
        return isManager(reference, account) && !conflicts.isBarred(reference, account);
    }

    private boolean isManager(String reference, String account) {
        return staff.find(account).filter(member -> member.isInAny(groups.managersOf(reference))).isPresent();
    }

    private Stream<String> managers(String reference) {
        return groups.managersOf(reference).stream().flatMap(group -> staff.inGroup(group).stream()).map(StaffMember::account).distinct();
    }

    /** What a manager of such cases is called. */
    private String managerOf(String reference) {
        return groups.managersOf(reference).stream().map(groups::one).sorted().collect(Collectors.joining(" or "));
    }

    private static String needed(String reason, String advice) {
        if (reason == null || reason.isBlank()) {
            throw new RestrictionRefused("reason", advice);
        }
        return reason.strip();
    }
}
