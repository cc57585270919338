package org.redress.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is cleared for work on cases: recruitment vetting and then a counter-terrorist check. Until a manager applies the
 * rule nobody is held to it, so that a house that has recorded nothing yet can work.
 */
@Service
@Transactional
public class Clearances {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Now now;

    Clearances(
            JdbcTemplate jdbc, StaffDirectory staff, ActRecord acts, ApplicationEventPublisher events, Now now) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.acts = acts;
        this.events = events;
        this.now = now;
    }

    /** The clearances that work on cases needs, in the order in which they are given. */
    @Transactional(readOnly = true)
    public List<ClearanceKind> kinds() {
        return jdbc.query(
                "select kind, name, years, provision, verified from app.clearance_kind order by position",
                (row, i) -> kind(row));
    }

    /** How a person stands with each clearance today. */
    @Transactional(readOnly = true)
    public List<Clearance> of(String account) {
        return jdbc.query(
                """
                select k.*, c.status, c.valid_from, c.valid_until, c.note, c.recorded_by, c.recorded_at
                from app.clearance_kind k left join lateral (
                  select * from app.clearance c where c.account = ? and c.kind = k.kind order by c.id desc limit 1) c on true
                order by k.position
                """,
                (row, i) -> standing(row),
                account);
    }

    /** Stands for what is on record of a person's clearances: the same while nobody records anything. */
    @Transactional(readOnly = true)
    public String mark(String account) {
        Long latest = jdbc.queryForObject("select coalesce(max(id), 0) from app.clearance where account = ?", Long.class, account);
        return String.valueOf(latest);
    }

    /** The last day of a clearance that begins on a day: the day before it is so many years later. */
    public static LocalDate lastDay(ClearanceKind kind, LocalDate from) {
        return from.plusYears(kind.years()).minusDays(1);
    }

    /** Whether all clearances of a person hold today. */
    @Transactional(readOnly = true)
    public boolean isCleared(String account) {
        return of(account).stream().allMatch(clearance -> clearance.state() == Clearance.State.VALID);
    }

    /** Since when staff are held to their clearances; empty while nobody is. */
    @Transactional(readOnly = true)
    public Optional<Instant> appliedSince() {
        return jdbc
                .query("select applied_at from app.clearance_rule", (row, i) -> row.getTimestamp(1).toInstant())
                .stream()
                .findFirst();
    }

    /** Why a person gets no new work, in words that they may read, or empty where they may. */
    @Transactional(readOnly = true)
    public Optional<String> refusal(String account) {
        if (appliedSince().isEmpty()) {
            return Optional.empty();
        }
        List<String> open = of(account).stream()
                .filter(clearance -> clearance.state() != Clearance.State.VALID)
                .map(clearance -> clearance.kind().name() + " " + switch (clearance.state()) {
                    case LAPSED -> "held until " + IN_WORDS.format(clearance.validUntil()) + ".";
                    case WITHDRAWN -> "was withdrawn.";
                    default -> "is not on record.";
                })
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(staff.nameOf(account) + " gets no new work: " + String.join(" ", open)
                        + " A manager records it on the page Staff.");
    }

    /**
     * Records that a clearance was granted.
     *
     * @param validFrom its first day; not in the future
     * @param validUntil its last day, or null for the full number of years
     * @throws UnknownStaff where nobody has the account
     * @throws ClearanceRefused where the days cannot be right, or the clearance before it is not on record
     */
    public void grant(String account, String kind, LocalDate validFrom, LocalDate validUntil, String note, String by) {
        StaffMember member = known(account);
        ClearanceKind which = kind(kind);
        if (validFrom == null || validFrom.isAfter(today())) {
            throw new ClearanceRefused("validFrom", "Enter the day from which it holds. It cannot lie in the future.");
        }
        LocalDate last = validUntil == null ? lastDay(which, validFrom) : validUntil;
        if (last.isBefore(validFrom) || last.isAfter(lastDay(which, validFrom))) {
            throw new ClearanceRefused("validUntil", "The last day must lie between the first day and "
                    + IN_WORDS.format(lastDay(which, validFrom)) + ", " + which.years() + " years on.");
        }
        List<ClearanceKind> all = kinds();
        all.subList(0, all.indexOf(which)).stream()
                .flatMap(before -> of(account).stream().filter(one -> one.kind().equals(before)))
                .filter(before -> before.state() != Clearance.State.VALID)
                .findFirst()
                .ifPresent(before -> {
                    throw new ClearanceRefused(
                            "kind", before.kind().name() + " comes first. Record it before the " + which.name() + ".");
                });
        insert(account, which, "GRANTED", validFrom, last, note, by);
        acts.append(Act.of(null, by, "RECORDED_CLEARANCE", which.name() + " of " + member.fullName() + ": from "
                + IN_WORDS.format(validFrom) + " until " + IN_WORDS.format(last)));
        events.publishEvent(new ClearanceChanged());
    }

    /**
     * Records that a clearance was taken away early. Work in hand goes back at once.
     *
     * @throws UnknownStaff where nobody has the account
     * @throws ClearanceRefused where no reason is given
     */
    public void withdraw(String account, String kind, String reason, String by) {
        StaffMember member = known(account);
        ClearanceKind which = kind(kind);
        if (reason == null || reason.isBlank()) {
            throw new ClearanceRefused("note", "Say why the clearance is withdrawn.");
        }
        insert(account, which, "WITHDRAWN", null, null, reason.strip(), by);
        acts.append(Act.of(null, by, "WITHDREW_CLEARANCE", which.name() + " of " + member.fullName() + " withdrawn")
                .because(reason.strip()));
        events.publishEvent(new ClearanceChanged());
    }

    /** From now on whoever is not cleared gets no new work, and what they have in hand goes back to the group. */
    public void apply(String by) {
        int begun = jdbc.update(
                "insert into app.clearance_rule (applied_at, applied_by) values (?, ?) on conflict do nothing",
                Timestamp.from(now.instant()),
                by);
        if (begun == 1) {
            acts.append(Act.of(null, by, "APPLIED_CLEARANCE_RULE", "Staff are held to their clearances from now on"));
            events.publishEvent(new ClearanceChanged());
        }
    }

    /** Clearances lapse by themselves, at the end of a day: whoever takes work back hears of it soon after. */
    @Scheduled(
            initialDelayString = "${redress.clearances.every:PT10M}",
            fixedDelayString = "${redress.clearances.every:PT10M}")
    public void lookAgain() {
        events.publishEvent(new ClearanceChanged());
    }

    private StaffMember known(String account) {
        return staff.find(account).orElseThrow(() -> new UnknownStaff(account));
    }

    private ClearanceKind kind(String code) {
        Map<String, ClearanceKind> kinds =
                kinds().stream().collect(Collectors.toMap(ClearanceKind::kind, kind -> kind));
        if (code == null || !kinds.containsKey(code)) {
            throw new ClearanceRefused("kind", "Select which clearance it is.");
        }
        return kinds.get(code);
    }

    private void insert(
            String account, ClearanceKind kind, String status, LocalDate from, LocalDate until, String note, String by) {
        jdbc.update(
                """
                insert into app.clearance (account, kind, status, valid_from, valid_until, note, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                account,
                kind.kind(),
                status,
                from == null ? null : Date.valueOf(from),
                until == null ? null : Date.valueOf(until),
                note == null || note.isBlank() ? null : note.strip(),
                by,
                Timestamp.from(now.instant()));
    }

    private Clearance standing(ResultSet row) throws SQLException {
        String status = row.getString("status");
        Date from = row.getDate("valid_from");
        Date until = row.getDate("valid_until");
        Timestamp recordedAt = row.getTimestamp("recorded_at");
        return new Clearance(
                kind(row),
                state(status, until),
                from == null ? null : from.toLocalDate(),
                until == null ? null : until.toLocalDate(),
                row.getString("note"),
                row.getString("recorded_by"),
                recordedAt == null ? null : recordedAt.toInstant());
    }

    private Clearance.State state(String status, Date until) {
        if (status == null) {
            return Clearance.State.MISSING;
        }
        if (status.equals("WITHDRAWN")) {
            return Clearance.State.WITHDRAWN;
        }
        return until.toLocalDate().isBefore(today()) ? Clearance.State.LAPSED : Clearance.State.VALID;
    }

    private static ClearanceKind kind(ResultSet row) throws SQLException {
        return new ClearanceKind(
                row.getString("kind"),
                row.getString("name"),
                row.getInt("years"),
                row.getString("provision"),
                row.getBoolean("verified"));
    }

    private LocalDate today() {
        return now.today();
    }
}
