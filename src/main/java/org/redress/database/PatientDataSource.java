package org.redress.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import org.redress.database.DatabasePatience.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The pool, with an end to everybody's patience: each connection is lent with the limits of the work that it is for, none is
 * lent while the database is known to be away, and those that wait for an answer of a silent server can be cut.
 */
final class PatientDataSource extends DelegatingDataSource {

    private static final Logger log = LoggerFactory.getLogger(PatientDataSource.class);

    private final HikariDataSource pool;
    private final DatabasePatience patience;

    /** Each connection that was ever lent, with the limits that it has now. */
    private final Map<Connection, Work> lent = new WeakHashMap<>();

    private volatile boolean started;
    private volatile boolean away;

    PatientDataSource(HikariDataSource pool, DatabasePatience patience) {
        super(pool);
        this.pool = pool;
        this.patience = patience;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** From now on limits count. */
    void started() {
        started = true;
    }

    /** Whether whoever asks for a connection is sent away at once. */
    void away(boolean now) {
        away = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("The database does not answer at the moment", "08001");
        }
        Connection connection = super.getConnection();
        try {
            limit(connection);
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Whoever wants to see the pool behind this, as Flyway does for a user of its own, is shown it. */
    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
        return kind.isInstance(pool) ? kind.cast(pool) : super.unwrap(kind);
    }

    private void limit(Connection connection) throws SQLException {
        Connection itself = connection.unwrap(Connection.class);
        Work work = work();
        synchronized (lent) {
            if (lent.get(itself) == work) {
                return;
            }
            // known before it is asked anything, so that it can be cut
            lent.put(itself, null);
        }
        try (Statement limits = connection.createStatement()) {
            limits.execute(patience.settings(work));
        }
        synchronized (lent) {
            lent.put(itself, work);
        }
    }

    private Work work() {
        if (!started) {
            return Work.START;
        }
        return RequestContextHolder.getRequestAttributes() == null ? Work.OWN : Work.SOMEBODYS;
    }

    /** Lends none of the connections again that there are: they go on with what held when they were made. */
    void renew() {
        HikariPoolMXBean lent = pool.getHikariPoolMXBean();
        if (lent != null) {
            lent.softEvictConnections();
        }
    }

    /** Closes every connection under the hands of whoever uses it: they hear at once that there will be no answer. */
    void cut(Executor hand) {
        List<Connection> all;
        synchronized (lent) {
            all = new ArrayList<>(lent.keySet());
        }
        for (Connection connection : all) {
            try {
                connection.abort(hand);
            } catch (SQLException gone) {
                log.debug("A connection could not be cut", gone);
            }
        }
    }
}
