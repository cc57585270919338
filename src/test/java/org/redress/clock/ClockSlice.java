package org.redress.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.redress.database.Locks;
import org.redress.kind.Kinds;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * This package alone on a real database. It carries no stereotype, so that the whole application does not pick it up
 * when its own tests scan the class path.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class, TransactionAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class})
@EntityScan(basePackageClasses = Clocks.class)
@EnableJpaRepositories(basePackageClasses = Clocks.class)
@ComponentScan(basePackageClasses = Clocks.class)
@Import(Locks.class)
class ClockSlice {

    /** A clock on the wall that a test can turn. */
    static class Wall extends Clock {

        private Instant moment = Instant.parse("2026-03-02T09:00:00Z");

        /** Makes it ten in the morning of a day in London. */
        void turnTo(String day) {
            moment = LocalDate.parse(day).atTime(10, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return moment;
        }
    }

    /** Hears what the engine would hear. */
    static class Heard {

        final List<DueDayMoved> moves = new ArrayList<>();

        @EventListener
        void hear(DueDayMoved move) {
            moves.add(move);
        }
    }

    @Bean
    Wall wall() {
        return new Wall();
    }

    @Bean
    Kinds kinds() {
        return Kinds.ofTheHouse();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }
}
