package org.redress.letter;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.redress.clock.Now;
import org.redress.kind.Kinds;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Letters alone, on a real PostgreSQL, with a clock that a test moves. */
@ImportAutoConfiguration({FlywayAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class, TransactionAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
        MailSenderAutoConfiguration.class})
@EntityScan(basePackageClasses = Letter.class)
@EnableJpaRepositories(basePackageClasses = Letter.class, considerNestedRepositories = true)
@Import({LetterConfiguration.class, LetterKinds.class, LetterKindColumn.class, LetterProofs.class, Letters.class, Outbox.class, WaysOut.class, OwedDeliveries.class, Now.class})
class LetterSlice {

    /** One server for all; it lives as long as the tests do. */
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Bean
    DataSource dataSource() {
        return SERVER.getPostgresDatabase();
    }

    @Bean
    Kinds kinds() {
        return Kinds.ofTheHouse();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    Told told() {
        return new Told();
    }

    /** Stands still until a test moves it. */
    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-09T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** What the rest of the house is told. */
    static class Told {

        final List<Object> events = new CopyOnWriteArrayList<>();
        final BlockingQueue<LetterSent> arrived = new LinkedBlockingQueue<>();
        volatile boolean failing;

        @EventListener
        public void sent(LetterSent event) {
            if (failing) {
                throw new IllegalStateException("what follows from a sent letter fails");
            }
            events.add(event);
            arrived.add(event);
        }

        @EventListener
        public void notSent(LetterNotSent event) {
            events.add(event);
        }
    }
}
