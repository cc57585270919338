package org.redress.letter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OfficeProperties.class, OutboxProperties.class})
class LetterConfiguration {

    @Bean
    PdfWriter letterPdfWriter() {
        return new PdfWriter();
    }

    @Bean
    LetterRenderer letterRenderer(OfficeProperties office, PdfWriter pdf) {
        return new LetterRenderer(office, pdf);
    }

    /** How many PDFs were made: where that grows faster than the letters, something makes them in vain. */
    @Bean
    MeterBinder letterPdfsMeter(PdfWriter pdf) {
        return registry -> FunctionCounter.builder("redress.letters.pdfs", pdf, PdfWriter::written)
                .description("PDFs of letters that were made, drafts and approved ones")
                .register(registry);
    }

    /** Looks through the outbox again and again, unless that is switched off. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "redress.outbox.enabled", havingValue = "true", matchIfMissing = true)
    static class OutboxPoll {

        private final Outbox outbox;
        private final ObjectProvider<ThreadPoolTaskScheduler> scheduler;

        OutboxPoll(Outbox outbox, ObjectProvider<ThreadPoolTaskScheduler> scheduler) {
            this.outbox = outbox;
            this.scheduler = scheduler;
        }

        /** Beside the request that asked, which does not wait for a mail server. */
        @TransactionalEventListener
        void awaited(LettersAwaited letters) {
            scheduler.ifAvailable(threads -> threads.execute(outbox::trySendNow));
        }

        @Scheduled(fixedDelayString = "${redress.outbox.poll:PT15S}", initialDelayString = "${redress.outbox.poll:PT15S}")
        void lookThroughOutbox() {
            outbox.trySendNow();
        }
    }
}
