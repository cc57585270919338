package org.redress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.database.DatabaseToRead;
import org.redress.record.ChainCheck;
import org.redress.record.Head;
import org.redress.record.HeadsElsewhere;
import org.redress.record.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code java -jar redress.jar --verify-record [--head=NUMBER:HASH]}: checks the record and ends, with 0 where it is whole,
 * 1 where it is not, 2 where it could not be read. Nothing else of Redress is started.
 */
final class VerifyRecord {

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int NOT_READ = 2;

    private static final Logger log = LoggerFactory.getLogger(VerifyRecord.class);
    private static final String COMMAND = "--verify-record";
    private static final String HEAD = "--head=";

    private VerifyRecord() {}

    static boolean isAsked(String... arguments) {
        return List.of(arguments).contains(COMMAND);
    }

    static int run(String... arguments) {
        List<Head> printed = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(HEAD)) {
                Head head = Head.read(argument.substring(HEAD.length())).orElse(null);
                if (head == null) {
                    log.error("{} is no head of a record. Write it as on the export: --head=NUMBER:HASH", argument);
                    return NOT_READ;
                }
                printed.add(head);
            }
        }
        try (ConfigurableApplicationContext context = start(arguments)) {
            Path data = Path.of(context.getEnvironment().getProperty("redress.data-dir", "./data"));
            printed.addAll(new HeadsElsewhere(data).read());
            return tell(new ChainCheck(context.getBean(JdbcTemplate.class)).check(printed), printed.size());
        } catch (IOException | RuntimeException unreadable) {
            log.error("The record could not be read", unreadable);
            return NOT_READ;
        }
    }

    private static int tell(Verdict verdict, int anchors) {
        if (verdict.whole()) {
            log.info("The record is whole: {} acts, compared with {} kept heads. Head: {}",
                    verdict.head().number(), anchors, verdict.head());
            return WHOLE;
        }
        log.error("The record does not fit. First bad act: {}. {}", verdict.firstBroken(), verdict.problem());
        return BROKEN;
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Needed.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Arrays.stream(arguments)
                        .filter(argument -> !argument.equals(COMMAND) && !argument.startsWith(HEAD))
                        .toArray(String[]::new));
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    @Import(DatabaseToRead.class)
    static class Needed {}
}
