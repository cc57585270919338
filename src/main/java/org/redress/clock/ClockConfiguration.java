package org.redress.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Real time, unless the application or a test declares a {@link Clock} of its own, in whatever order. */
    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
