package org.redress.record;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    /** Without a key nothing goes on record, and what cannot go on record must not be done: the house does not start. */
    @Bean
    RecordKeys recordKeys(
            @Value("${redress.record.key-file:}") String setting, @Value("${redress.data-dir:./data}") Path dataDirectory) {
        Path file = RecordKeys.file(setting, dataDirectory);
        try {
            return RecordKeys.readOrMake(file);
        } catch (IOException noKey) {
            throw new IllegalStateException("Redress does not start, because it cannot read or make the key of the record in "
                    + file.toAbsolutePath() + ". Let its account read and write there, or name another file with"
                    + " redress.record.key-file.", noKey);
        }
    }
}
