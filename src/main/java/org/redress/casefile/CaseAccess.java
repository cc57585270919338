package org.redress.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.redress.kind.Kinds;
import org.redress.people.Conflicts;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see which case. A case that a person may not see does not exist for them: they work on cases of other kinds alone, it is
 * restricted to others, or they have a conflict of interest with it. Who looked at a restricted case, and who tried in vain, goes on the record.
 */
@Service
public class CaseAccess {

    private static final String THE_FILE = "the case file";

    private final CaseFiles cases;
    private final Conflicts conflicts;
    private final CurrentPerson person;
    private final SightRecord sights;
    private final StaffDirectory staff;
    private final Kinds kinds;

    CaseAccess(
            CaseFiles cases, Conflicts conflicts, CurrentPerson person, SightRecord sights, StaffDirectory staff, Kinds kinds) {
        this.cases = cases;
        this.conflicts = conflicts;
        this.person = person;
        this.sights = sights;
        this.staff = staff;
        this.kinds = kinds;
    }

    /**
     * The case, where the person at work may see it.
     *
     * @throws CaseNotFound where there is no such case, or none for this person
     */
    @Transactional(readOnly = true)
    public CaseFile visible(String reference) {
        return visible(reference, THE_FILE);
    }

    /**
     * The case, where the person at work may see it.
     *
     * @param what what of the case they look at, for the record of a restricted case; for example "letter 12"
     * @throws CaseNotFound where there is no such case, or none for this person
     */
    @Transactional(readOnly = true)
    public CaseFile visible(String reference, String what) {
        CaseFile file = cases.get(reference);
        if (!mayKnow(file)) {
            sights.refused(file.reference(), person.account(), what);
            throw new CaseNotFound(reference);
        }
        if (file.restricted()) {
            sights.seen(file.reference(), person.account(), what);
        }
        return file;
    }

    /** Whether the person at work may know of this case; asking leaves no trace. */
    @Transactional(readOnly = true)
    public boolean mayKnow(CaseFile file) {
        return mayKnow(file, person.account());
    }

    /** Whether somebody may know of a case; of a reference that no case has, everybody may. Asking leaves no trace. */
    @Transactional(readOnly = true)
    public boolean mayKnow(String reference, String account) {
        return reference == null || cases.find(reference).map(file -> mayKnow(file, account)).orElse(true);
    }

    /** The earlier case of which this one may be a duplicate, where the person at work may know of that one too. */
    @Transactional(readOnly = true)
    public Optional<String> earlierTwin(CaseFile file) {
        return Optional.ofNullable(file.possibleDuplicateOf()).filter(twin -> mayKnow(twin, person.account()));
    }

    /**
     * Who may know of a case that is hidden from somebody, by a restriction or a conflict of interest; empty where all case
     * staff may. While the transaction of the caller lasts nobody changes that.
     */
    @Transactional
    public Optional<Predicate<String>> hiddenButFrom(String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        cases.holdRestriction(reference);
        Set<String> barred = conflicts.accountsBarred(reference);
        // not by the case as this transaction may have read it before it was restricted
        if (cases.isRestricted(reference)) {
            Set<String> named = cases.allowed(reference);
            return Optional.of(account -> named.contains(account) && !barred.contains(account));
        }
        return barred.isEmpty() ? Optional.empty() : Optional.of(account -> !barred.contains(account));
    }

    /** Puts on the record that somebody was refused the sight of a case. */
    public void refused(String reference, String account, String what) {
        sights.refused(reference, account, what);
    }

    /** Puts on the record that somebody looked at a part of a case, where it is restricted. */
    @Transactional(readOnly = true)
    public void seen(String reference, String account, String what) {
        cases.find(reference)
                .filter(CaseFile::restricted)
                .ifPresent(file -> sights.seen(file.reference(), account, what));
    }

    private boolean mayKnow(CaseFile file, String account) {
        if (!kinds.openTo(groups(account)).contains(file.kind())) {
            return false;
        }
        boolean named = !file.restricted() || cases.allowed(file.reference()).contains(account);
        return named && !conflicts.isBarred(file.reference(), account);
    }

    private Set<String> groups(String account) {
        return person.accountIfAny().filter(account::equals).isPresent()
                ? person.groups()
                : staff.find(account).map(StaffMember::groups).orElse(Set.of());
    }
}
