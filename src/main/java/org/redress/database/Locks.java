package org.redress.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Locks that the database keeps, so that they hold between nodes, until the running transaction ends. A lock is called by
 * what it guards, in words, and by whose it is, as in "the notices of withdrawal" of one case: no two modules can mean the same
 * lock by accident.
 */
@Component
public class Locks {

    private static final String KEY = "(hashtextextended(?, 0))";

    private final JdbcTemplate jdbc;

    Locks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else has the lock, shared or alone. */
    public void alone(String what) {
        jdbc.query("select pg_advisory_xact_lock" + KEY, row -> {}, what);
    }

    /** The same for what is one of many, such as the notices of one case. */
    public void alone(String what, String of) {
        alone(name(what, of));
    }

    /** Waits until nobody has the lock alone; any number may share it. */
    public void share(String what) {
        jdbc.query("select pg_advisory_xact_lock_shared" + KEY, row -> {}, what);
    }

    /** The same for what is one of many. */
    public void share(String what, String of) {
        share(name(what, of));
    }

    /** Takes the lock alone where nobody has it, and waits for nobody. */
    public boolean takeIfFree(String what) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock" + KEY, Boolean.class, what));
    }

    /** {@link #alone(String, String)} on a connection of somebody else's, such as the engine's. */
    public static void alone(Connection connection, String what, String of) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock" + KEY)) {
            lock.setString(1, name(what, of));
            lock.execute();
        }
    }

    private static String name(String what, String of) {
        return what + " of " + of;
    }
}
