package org.redress.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes round the cases again and again, unless that is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "redress.attention.enabled", havingValue = "true", matchIfMissing = true)
class DeskConfiguration {

    private final AttentionWatch watch;

    DeskConfiguration(AttentionWatch watch) {
        this.watch = watch;
    }

    @Scheduled(fixedDelayString = "${redress.attention.every:PT15M}", initialDelayString = "${redress.attention.first:PT1M}")
    void goRound() {
        watch.goRound();
    }
}
