package org.redress.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.redress.people.Bar;
import org.redress.people.ConflictKind;
import org.redress.people.Conflicts;
import org.redress.people.NotOwnWork;
import org.redress.people.PersonBarred;
import org.redress.people.SetAside;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.people.UnknownStaff;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflicts of interest that one person names of another, or declares of themselves. Nobody alone keeps the last manager,
 * officer or caseworker away from a case whom it is not hidden from: it waits until a second person confirms it.
 */
@Service
@Transactional
public class NamedConflicts {

    /** Without somebody for each of them a case cannot be worked, whatever its kind. */
    private static final List<Kind.Part> NEEDED = List.of(Kind.Part.MANAGER, Kind.Part.OFFICER, Kind.Part.CASEWORKER);

    /**
     * A conflict that waits for a second person.
     *
     * @param account who would be kept away
     * @param by who named it
     * @param seconds who may confirm it now: officers and managers who see the case, but neither of the two
     */
    public record Waiting(long id, String account, String reason, String by, Instant at, List<StaffMember> seconds) {}

    private final CaseFiles cases;
    private final CaseAccess access;
    private final Conflicts conflicts;
    private final StaffDirectory staff;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamedConflicts(
            CaseFiles cases,
            CaseAccess access,
            Conflicts conflicts,
            StaffDirectory staff,
            JdbcTemplate jdbc,
            ActRecord acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.conflicts = conflicts;
        this.staff = staff;
        this.jdbc = jdbc;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a colleague away from a case, at once or once a second person confirms it. Where it waits already, and another
     * person names the same colleague, that is the second person.
     *
     * @return whether the colleague is kept away now; otherwise it waits
     * @throws UnknownStaff where nobody has the account
     * @throws IllegalArgumentException where no reason is given
     */
    public boolean name(String reference, String account, String reason, String by) {
        // of two who name the last two managers at once, the second sees what the first did
        cases.restrictAlone(reference);
        Optional<Waiting> waiting = waiting(reference).stream().filter(one -> one.account().equals(account)).findFirst();
        List<String> lost = by.equals(account) || conflicts.isBarred(reference, account) ? List.of() : lostWith(reference, account);
        if (lost.isEmpty()) {
            conflicts.bar(reference, account, reason, by);
            return true;
        }
        if (waiting.isPresent()) {
            boolean second = !waiting.get().by().equals(by);
            if (second) {
                confirm(reference, waiting.get(), by);
            }
            return second;
        }
        propose(reference, staff.find(account).orElseThrow(() -> new UnknownStaff(account)), reason, by, lost.get(0));
        return false;
    }

    private void propose(String reference, StaffMember member, String reason, String by, String group) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("Say why this person may not work on the case.");
        }
        jdbc.update(
                "insert into app.conflict_proposed (case_reference, account, reason, proposed_by, proposed_at) values (?, ?, ?, ?, ?)",
                reference,
                member.account(),
                reason.strip(),
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(
                        reference,
                        by,
                        "PROPOSED_CONFLICT",
                        "Conflict of interest named: " + member.fullName() + " would stay away. It waits for a second person")
                .because(reason.strip()));
        events.publishEvent(new ConflictWaits(reference, member.account(), group));
    }

    /**
     * A person says that they have an interest in a case. It counts at once, also where nobody else of their group is left.
     *
     * @param handingOver what they do before they lose the case: give their steps to others
     */
    public void declare(String reference, String account, ConflictKind kind, String reason, Runnable handingOver) {
        cases.restrictAlone(reference);
        handingOver.run();
        conflicts.declare(reference, account, kind, reason);
    }

    /**
     * A second person says that a conflict is one: from now on it keeps away.
     *
     * @return whether it was still waiting
     * @throws org.redress.people.OwnWorkRefused where the person named it, or is the one named
     */
    public boolean confirm(String reference, long id, String by) {
        cases.restrictAlone(reference);
        Optional<Waiting> waiting = waiting(reference, id);
        waiting.ifPresent(one -> confirm(reference, one, by));
        return waiting.isPresent();
    }

    private void confirm(String reference, Waiting one, String by) {
        NotOwnWork.mustDiffer(by, one.by(), "You named this conflict. A second person must confirm it.");
        NotOwnWork.mustDiffer(by, one.account(), "It is about you. Declare your interest yourself, or leave it to somebody else.");
        answer(one.id(), true, null, by);
        acts.append(Act.of(
                        reference,
                        by,
                        "CONFIRMED_CONFLICT",
                        "Conflict of interest confirmed, named by " + staff.nameOf(one.by()) + "; " + staff.nameOf(one.account())
                                + " is kept away")
                .because(one.reason()));
        conflicts.bar(reference, one.account(), one.reason(), one.by());
    }

    /**
     * It is no conflict, or whoever named it takes it back: the person stays.
     *
     * @return whether it was still waiting
     * @throws org.redress.people.OwnWorkRefused where the person is the one named
     * @throws IllegalArgumentException where no reason is given
     */
    public boolean refuse(String reference, long id, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("Say why this person may stay.");
        }
        cases.restrictAlone(reference);
        Optional<Waiting> waiting = waiting(reference, id);
        waiting.ifPresent(one -> {
            NotOwnWork.mustDiffer(by, one.account(), "It is about you. Somebody else must answer it.");
            answer(one.id(), false, reason.strip(), by);
            acts.append(Act.of(
                            reference,
                            by,
                            "REFUSED_CONFLICT",
                            "Conflict of interest not confirmed: " + staff.nameOf(one.account()) + " stays")
                    .because(reason.strip()));
        });
        return waiting.isPresent();
    }

    /** Whoever is kept away in another way, by their own word for example, waits for nobody any more. */
    @EventListener
    void nothingWaits(PersonBarred barred) {
        jdbc.queryForList(
                        "select id from app.conflict_proposed where case_reference = ? and account = ? and answered_at is null",
                        Long.class,
                        barred.caseReference(),
                        barred.account())
                .forEach(id -> answer(id, true, null, barred.by()));
    }

    private void answer(long id, boolean keptAway, String reason, String by) {
        jdbc.update(
                "update app.conflict_proposed set answered_by = ?, answered_at = ?, kept_away = ?, answer_reason = ? where id = ?",
                by,
                Timestamp.from(clock.instant()),
                keptAway,
                reason,
                id);
    }

    /** The conflicts that wait for a second person, the oldest first. */
    public List<Waiting> waiting(String reference) {
        List<Waiting> waiting = jdbc.query(
                "select * from app.conflict_proposed where case_reference = ? and answered_at is null order by id",
                (row, i) -> new Waiting(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("reason"),
                        row.getString("proposed_by"),
                        row.getTimestamp("proposed_at").toInstant(),
                        List.of()),
                reference);
        if (waiting.isEmpty()) {
            return waiting;
        }
        Predicate<String> sees = access.hiddenButFrom(reference).orElse(account -> true);
        return waiting.stream()
                .map(one -> new Waiting(
                        one.id(), one.account(), one.reason(), one.by(), one.at(), seconds(reference, sees, one.account(), one.by())))
                .toList();
    }

    /** Everyone who is kept away from a case now. */
    public List<Bar> barred(String reference) {
        return conflicts.barred(reference);
    }

    /** The conflicts that were set aside. */
    public List<SetAside> setAside(String reference) {
        return conflicts.setAside(reference);
    }

    private Optional<Waiting> waiting(String reference, long id) {
        return waiting(reference).stream().filter(one -> one.id() == id).findFirst();
    }

    private List<StaffMember> seconds(String reference, Predicate<String> sees, String account, String by) {
        return Stream.of(Kind.Part.OFFICER, Kind.Part.MANAGER)
                .flatMap(part -> staff.groupsWith(part, reference).stream())
                .flatMap(group -> staff.inGroup(group).stream())
                .distinct()
                .filter(member -> !member.account().equals(account) && !member.account().equals(by))
                .filter(member -> sees.test(member.account()))
                .toList();
    }

    /** The groups of a person of whom nobody else sees the case: without them their steps wait for nobody. */
    public List<String> lostWith(String reference, String account) {
        Predicate<String> sees = access.hiddenButFrom(reference).orElse(one -> true);
        boolean named = !cases.isRestricted(reference) || cases.allowed(reference).contains(account);
        return !named ? List.of() : NEEDED.stream()
                .flatMap(part -> staff.groupsWith(part, reference).stream())
                .filter(group -> {
                    List<String> members = staff.inGroup(group).stream().map(StaffMember::account).toList();
                    return members.contains(account)
                            && members.stream().noneMatch(other -> !other.equals(account) && sees.test(other));
                })
                .toList();
    }
}
