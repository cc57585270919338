package org.redress.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Fills the table of bank holidays once, when the database is made: England and Wales from the list that came with the
 * product, the rest of the United Kingdom by the standing rules of Scotland and Northern Ireland. From then on the
 * table belongs to the process owners, and a newer list in a newer version of the product changes nothing in it.
 */
@Component
class SeedBankHolidays implements JavaMigration {

    private static final String LIST = "/clock/bank-holidays-england-and-wales.json";
    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2028;
    private static final String BY = "Redress";

    @Override
    public void migrate(Context context) throws Exception {
        JsonNode list;
        try (InputStream in = SeedBankHolidays.class.getResourceAsStream(LIST)) {
            list = new ObjectMapper().readTree(in);
        }
        JsonNode about = list.path("_source");
        String source = about.path("what").asText() + ", " + about.path("publisher").asText() + ", commit "
                + about.path("commit").asText();
        Instant published = LocalDate.parse(about.path("lastUpdatedFieldInFile").asText())
                .atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Instant> announced = new HashMap<>();
        for (JsonNode change : list.path("_oneOffsAndMoves")) {
            if (change.has("feedCommitTime")) {
                announced.put(change.path("date").asText(),
                        OffsetDateTime.parse(change.path("feedCommitTime").asText()).toInstant());
            }
        }
        try (Rows rows = new Rows(context.getConnection())) {
            for (JsonNode event : list.path("england-and-wales").path("events")) {
                String day = event.path("date").asText();
                String title = event.path("title").asText()
                        + (event.path("notes").asText().isEmpty() ? "" : " (substitute day)");
                rows.add(Division.ENGLAND_AND_WALES, LocalDate.parse(day), title, source, true,
                        announced.getOrDefault(day, published), true);
            }
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                for (var extra : UkExtraDays.of(year).entrySet()) {
                    rows.add(Division.UK_EXTRA, extra.getKey(), extra.getValue(), UkExtraDays.SOURCE, false, null,
                            false);
                }
            }
            rows.write();
        }
        try (Statement statement = context.getConnection().createStatement()) {
            statement.executeUpdate("insert into bank_holiday_year (division, year, source, added_at, added_by)"
                    + " select d, y, 'Came with the product', now(), '" + BY + "'"
                    + " from generate_series(" + FIRST_YEAR + ", " + LAST_YEAR + ") y,"
                    + " unnest(array['ENGLAND_AND_WALES', 'UK_EXTRA']) d");
        }
    }

    /** Collects rows and writes them in one batch. */
    private record Rows(PreparedStatement insert) implements AutoCloseable {

        Rows(Connection connection) throws SQLException {
            this(connection.prepareStatement("insert into bank_holiday (id, division, holiday, title, source, verified,"
                    + " published_at, from_feed, added_at, added_by, reason)"
                    // the sequence hands out blocks of 50 numbers, of which these rows use one each
                    + " values (nextval('bank_holiday_seq'), ?, ?, ?, ?, ?, ?, ?, now(), ?, 'Came with the product')"));
        }

        void add(Division division, LocalDate day, String title, String source, boolean verified, Instant published,
                boolean fromFeed) throws SQLException {
            insert.setString(1, division.name());
            insert.setObject(2, day);
            insert.setString(3, title);
            insert.setString(4, source);
            insert.setBoolean(5, verified);
            insert.setTimestamp(6, published == null ? null : Timestamp.from(published));
            insert.setBoolean(7, fromFeed);
            insert.setString(8, BY);
            insert.addBatch();
        }

        void write() throws SQLException {
            insert.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("11");
    }

    @Override
    public String getDescription() {
        return "clock bank holidays";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
