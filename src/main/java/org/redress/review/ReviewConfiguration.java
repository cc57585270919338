package org.redress.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Force.class, Deciders.Naming.class})
class ReviewConfiguration {

    /** Goes round the cases again and again, unless that is switched off. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "redress.attention.enabled", havingValue = "true", matchIfMissing = true)
    static class Rounds {

        private final AttentionWatch watch;

        Rounds(AttentionWatch watch) {
            this.watch = watch;
        }

        @Scheduled(fixedDelayString = "${redress.attention.every:PT15M}", initialDelayString = "${redress.attention.first:PT1M}")
        void goRound() {
            watch.goRound();
        }
    }
}
