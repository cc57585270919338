package org.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Real PostgreSQL inside the application, started before the datasource and kept in {@code redress.data-dir}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataDirectory.class)
class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    @Configuration(proxyBeanMethods = false)
    @Conditional(OwnDatabaseMissing.class)
    static class Server {

        @Bean(destroyMethod = "close")
        DataFolderLock dataFolderLock(DataDirectory directory) throws IOException {
            return DataFolderLock.take(directory);
        }

        /** The container closes it after the pool, so that stopping takes seconds, and gives the folder back after that. */
        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(DataDirectory directory, DataFolderLock lock) throws IOException {
            return new EmbeddedServer(start(directory), cluster(directory), serverLog(directory), EmbeddedServer::endProcess);
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
            return new EmbeddedConnection(server.port());
        }
    }

    /** Starts the server on the data folder, which is the caller's; one that an earlier run left behind is ended first. */
    static EmbeddedPostgres start(DataDirectory directory) throws IOException {
        Path cluster = cluster(directory);
        OrphanedServer.stop(cluster);
        Path serverLog = serverLog(directory);
        Files.deleteIfExists(serverLog);
        ProcessBuilder.Redirect intoLog = ProcessBuilder.Redirect.appendTo(serverLog.toFile());
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(directory.folder("postgres/binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(intoLog)
                .setErrorRedirector(intoLog)
                // Zonky starts the server for throw-away data; ours is kept, so it is flushed to disk for real
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                // its log names faults and quotes no rows: those are what people wrote
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                // the built-in locale reads the same on Linux, macOS and Windows
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(90))
                .start();
        log.info("PostgreSQL runs on port {} with its data in {}", postgres.getPort(), cluster);
        return postgres;
    }

    private static Path cluster(DataDirectory directory) {
        return directory.folder("postgres").resolve("cluster");
    }

    /** What PostgreSQL says since it was started last. */
    private static Path serverLog(DataDirectory directory) {
        return directory.folder("postgres").resolve("server.log");
    }
}
