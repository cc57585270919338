package org.redress.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How to reach the PostgreSQL server that Redress has started itself, on this machine. */
record EmbeddedConnection(int port) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }
}
