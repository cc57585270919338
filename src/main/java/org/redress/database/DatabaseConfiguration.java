package org.redress.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link PatientDataSource} in the place of the pool, and has it watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabasePatience.class)
class DatabaseConfiguration {

    @Bean
    static BeanPostProcessor patientConnections(ObjectProvider<DatabasePatience> patience) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new PatientDataSource(pool, patience.getObject()) : bean;
            }
        };
    }

    @Bean
    DatabaseWatch databaseWatch(DataSource connections) {
        return new DatabaseWatch((PatientDataSource) connections);
    }

    /** While nodes start they wait for each other as long as it takes; from here on nobody does. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> limitsOnceStarted(DataSource connections) {
        return ready -> ((PatientDataSource) connections).started();
    }

    /** Says what the watch has seen last, and asks nobody. */
    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseWatch watch) {
        return () -> watch.standing()
                .map(fault -> (fault == DatabaseFault.AWAY ? Health.down() : Health.outOfService())
                        .withDetail("database", "The database " + fault.state())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
