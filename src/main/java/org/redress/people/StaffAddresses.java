package org.redress.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where staff live, as far as they told us. It serves to find conflicts of interest and nothing else. */
@Service
@Transactional
public class StaffAddresses {

    /** Told in the same transaction when an address was recorded or changed. */
    public record AddressRecorded(String account) {}

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffAddresses(JdbcTemplate jdbc, StaffDirectory staff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a person's address in the place of an earlier one; blank takes it out.
     *
     * @throws UnknownStaff where nobody has the account
     */
    public void record(String account, String address, String by) {
        staff.find(account).orElseThrow(() -> new UnknownStaff(account));
        if (address == null || address.isBlank()) {
            forget(account);
            return;
        }
        jdbc.update(
                """
                insert into app.staff_address (account, address, recorded_by, recorded_at) values (?, ?, ?, ?)
                on conflict (account) do update
                set address = excluded.address, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                """,
                account,
                address.strip(),
                by,
                Timestamp.from(clock.instant()));
        events.publishEvent(new AddressRecorded(account));
    }

    @EventListener
    void forget(PersonLeft left) {
        forget(left.account());
    }

    /** Takes a person's address out. */
    public void forget(String account) {
        jdbc.update("delete from app.staff_address where account = ?", account);
    }

    /** Where a person lives, and who recorded it when. */
    public record Recorded(String address, String by, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Recorded> of(String account) {
        return jdbc
                .query(
                        "select address, recorded_by, recorded_at from app.staff_address where account = ?",
                        (row, i) -> new Recorded(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
                        account)
                .stream()
                .findFirst();
    }

    /** Every address that is held, by account. */
    @Transactional(readOnly = true)
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        jdbc.query("select account, address from app.staff_address", row -> {
            all.put(row.getString(1), row.getString(2));
        });
        return all;
    }
}
