package org.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * The database as a command on the side reads it. Where Redress runs on its own database at this very moment, the running
 * server is asked and left alone; where it does not, the server is started and stopped again.
 */
@EnableConfigurationProperties(DataDirectory.class)
@Import(DatabaseToRead.Own.class)
public class DatabaseToRead {

    /** Where nobody named a database. */
    @Conditional(OwnDatabaseMissing.class)
    static class Own {

        @Bean(destroyMethod = "close")
        Server serverToRead(DataDirectory directory) throws IOException {
            Path cluster = directory.dataDir().resolve("postgres").resolve("cluster");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                throw new IOException("There is no database in " + cluster.toAbsolutePath()
                        + ". Name the folder with --redress.data-dir, or your own database with --spring.datasource.url.");
            }
            Optional<Integer> running = OrphanedServer.portOfRunning(cluster);
            if (running.isPresent()) {
                return new Server(running.get(), null, null);
            }
            DataFolderLock lock = DataFolderLock.take(directory);
            EmbeddedPostgres started = EmbeddedDatabase.start(directory);
            return new Server(started.getPort(), started, lock);
        }

        @Bean
        JdbcConnectionDetails connectionToRead(Server server) {
            return new EmbeddedConnection(server.port);
        }
    }

    /** @param started null, as its lock is, where the server was running before and goes on running */
    record Server(int port, EmbeddedPostgres started, DataFolderLock lock) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (started != null) {
                started.close();
                lock.close();
            }
        }
    }
}
