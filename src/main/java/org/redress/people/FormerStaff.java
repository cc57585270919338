package org.redress.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the names of those who have left, for the record of what they did. */
@Service
public class FormerStaff {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FormerStaff(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The name that somebody had when their account was removed. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(String account) {
        return jdbc
                .queryForList("select full_name from app.former_staff where account = ?", String.class, account)
                .stream()
                .findFirst();
    }

    @EventListener
    @Transactional
    public void remember(PersonLeft left) {
        jdbc.update(
                """
                insert into app.former_staff (account, full_name, left_at) values (?, ?, ?)
                on conflict (account) do update set full_name = excluded.full_name, left_at = excluded.left_at
                """,
                left.account(),
                left.fullName(),
                Timestamp.from(clock.instant()));
    }
}
