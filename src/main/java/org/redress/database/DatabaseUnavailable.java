package org.redress.database;

/**
 * Something needed the database and could not have it. Thrown where a wrapped {@link java.sql.SQLException} would be taken
 * for a failure of the program; the message may be shown to anybody.
 */
public class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DatabaseFault fault;

    public DatabaseUnavailable(DatabaseFault fault, Throwable cause) {
        super(fault.words(), cause);
        this.fault = fault;
    }

    public DatabaseFault fault() {
        return fault;
    }
}
