package org.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
        EmbeddedPostgres embeddedPostgres(DataDirectory directory, DataFolderLock lock) throws IOException {
            return start(directory);
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
            return new EmbeddedConnection(postgres.getPort());
        }
    }

    /** Starts the server on the data folder, which is the caller's; one that an earlier run left behind is ended first. */
    static EmbeddedPostgres start(DataDirectory directory) throws IOException {
        Path cluster = directory.folder("postgres").resolve("cluster");
        OrphanedServer.stop(cluster);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(directory.folder("postgres/binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                // Zonky starts the server for throw-away data; ours is kept, so it is flushed to disk for real
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                // the built-in locale reads the same on Linux, macOS and Windows
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(90))
                .start();
        log.info("PostgreSQL runs on port {} with its data in {}", postgres.getPort(), cluster);
        return postgres;
    }
}
