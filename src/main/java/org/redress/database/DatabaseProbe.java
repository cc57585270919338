package org.redress.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executor;

/** Asks the database, on a connection of its own, whether it answers and whether it can be written to. Used by one thread. */
final class DatabaseProbe {

    /** So much must fit into memory; what is beyond goes to the disk of the database and shows whether there is room. */
    private static final String SPILL = "set work_mem = '64kB'; set lock_timeout = '500ms'";

    private final HikariDataSource pool;
    private volatile Connection connection;

    DatabaseProbe(HikariDataSource pool) {
        this.pool = pool;
    }

    void read() throws SQLException {
        if (connection == null) {
            connect();
        }
        execute("select 1");
    }

    /** On a new connection, for what changes at a database counts for new ones only. */
    void write() throws SQLException {
        close();
        connect();
        execute("update app.heartbeat set at = now()");
        execute("select count(*) from (select n, repeat(n::text, 20) as filler from generate_series(1, 10000) n order by 2) spilled");
    }

    /** Ends it from another thread, whatever it waits for. */
    void abandon(Executor hand) throws SQLException {
        Connection silent = connection;
        if (silent != null) {
            silent.abort(hand);
        }
    }

    void close() {
        Connection old = connection;
        connection = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException gone) {
            // it was of no use any more
            connection = null;
        }
    }

    private void connect() throws SQLException {
        Properties with = new Properties();
        with.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            with.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            with.setProperty("password", pool.getPassword());
        }
        with.setProperty("connectTimeout", "2");
        with.setProperty("loginTimeout", "2");
        with.setProperty("socketTimeout", "5");
        with.setProperty("ApplicationName", "redress watch");
        connection = DriverManager.getConnection(pool.getJdbcUrl(), with);
        execute(SPILL);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
