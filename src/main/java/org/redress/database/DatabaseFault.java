package org.redress.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be wrong with the database that is nobody's mistake and passes, or is mended by whoever runs it. Whatever else a
 * statement fails for is a fault of the program and keeps its own shape.
 */
public enum DatabaseFault {

    /** Not there, going down, coming up, or silent. */
    AWAY("does not answer", "The database does not answer at the moment."),

    /** A standby, or one that somebody has closed for writing. */
    READ_ONLY("can be read and not written to", "The database can be read at the moment, and nothing can be saved."),

    /** Without room on its disk. */
    FULL("has no room left on its disk", "There is no room left on the disk of the database, so nothing can be saved."),

    /** There, and too slow: a lock, a statement or a free connection took longer than anybody should wait. */
    BUSY("is too busy", "Other work is in the way of this, or the database is too busy.");

    private static final String NEXT = " Nothing was lost. Try again in a minute.";

    private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03");
    private static final Set<String> IN_THE_WAY =
            Set.of("40001", "40P01", "53000", "53200", "53300", "53400", "55P03", "57014");

    /** What the pool says of a connection that broke in the middle of a transaction, whose own failure is told no more. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private static final int DEEPEST = 50;

    private final String state;
    private final String words;

    DatabaseFault(String state, String words) {
        this.state = state;
        this.words = words;
    }

    /** For the log and the health page, behind "The database". */
    public String state() {
        return state;
    }

    /** For whoever asked for something: what is wrong, and what to do next. */
    public String words() {
        return words + NEXT;
    }

    /** The fault behind an exception, however often it was wrapped. */
    public static Optional<DatabaseFault> in(Throwable thrown) {
        return cause(thrown).flatMap(DatabaseFault::of);
    }

    /** What the driver or the pool said, where that is such a fault. */
    static Optional<SQLException> cause(Throwable thrown) {
        List<SQLException> said = new ArrayList<>();
        Throwable cause = thrown;
        // chains of causes are short; one that is longer goes round in a circle
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql) {
                said.add(sql);
                // of several statements at once the first tells that one of them failed, and the next which
                Optional.ofNullable(sql.getNextException()).ifPresent(said::add);
            }
            cause = cause.getCause();
        }
        // the innermost knows best: a pool says "timed out" of a server that refused it
        Collections.reverse(said);
        return said.stream().filter(sql -> of(sql).isPresent()).findFirst();
    }

    private static Optional<DatabaseFault> of(SQLException said) {
        String code = said.getSQLState();
        if (code == null) {
            if (TAKEN_AWAY.equals(said.getMessage())) {
                return Optional.of(AWAY);
            }
            // the pool had no connection to give, and no failed attempt to tell of
            return said instanceof SQLTransientConnectionException ? Optional.of(BUSY) : Optional.empty();
        }
        if (code.startsWith("08") || GOING_OR_COMING.contains(code)) {
            return Optional.of(AWAY);
        }
        if (code.equals("25006")) {
            return Optional.of(READ_ONLY);
        }
        if (code.equals("53100")) {
            return Optional.of(FULL);
        }
        return IN_THE_WAY.contains(code) ? Optional.of(BUSY) : Optional.empty();
    }
}
