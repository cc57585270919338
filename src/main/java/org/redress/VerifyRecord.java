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
import org.redress.record.KeptHead;
import org.redress.record.RecordKeys;
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
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code java -jar redress.jar --verify-record [--head=NUMBER:HASH] [--heads=FILE]}: checks the record and ends, with 0 where it is whole,
 * 1 where it is not, 2 where it could not be read. Nothing else of Redress is started.
 */
final class VerifyRecord {

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int NOT_READ = 2;

    private static final Logger log = LoggerFactory.getLogger(VerifyRecord.class);
    private static final String COMMAND = "--verify-record";
    private static final String HEAD = "--head=";
    private static final String HEADS = "--heads=";

    private VerifyRecord() {}

    static boolean isAsked(String... arguments) {
        return List.of(arguments).contains(COMMAND);
    }

    static int run(String... arguments) {
        List<KeptHead> kept = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(HEAD)) {
                Head head = Head.read(argument.substring(HEAD.length())).orElse(null);
                if (head == null) {
                    log.error("{} is no head of a record. Write it as on the export: --head=NUMBER:HASH", argument);
                    return NOT_READ;
                }
                kept.add(new KeptHead(null, head));
            }
        }
        try (ConfigurableApplicationContext context = start(arguments)) {
            Environment settings = context.getEnvironment();
            Path data = Path.of(settings.getProperty("redress.data-dir", "./data"));
            kept.addAll(new HeadsElsewhere(data).kept());
            for (String argument : arguments) {
                if (argument.startsWith(HEADS)) {
                    kept.addAll(copy(Path.of(argument.substring(HEADS.length()))));
                }
            }
            RecordKeys keys = RecordKeys.read(RecordKeys.file(settings.getProperty("redress.record.key-file"), data));
            return tell(new ChainCheck(context.getBean(JdbcTemplate.class), keys).check(List.of(), kept), kept.size());
        } catch (IOException | RuntimeException unreadable) {
            log.error("The record could not be read", unreadable);
            return NOT_READ;
        }
    }

    private static List<KeptHead> copy(Path file) throws IOException {
        List<KeptHead> kept = HeadsElsewhere.in(file).kept();
        if (kept.isEmpty()) {
            throw new IOException("There are no heads of a record in " + file.toAbsolutePath());
        }
        return kept;
    }

    private static int tell(Verdict verdict, int anchors) {
        if (verdict.whole()) {
            log.info("The record is whole: {} acts, compared with {} kept heads. Head: {}. {}",
                    verdict.head().number(), anchors, verdict.head(), verdict.limits());
            return WHOLE;
        }
        log.error("The record does not fit. First bad act: {}. {}. {}", verdict.firstBroken(), verdict.problem(), verdict.limits());
        return BROKEN;
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Needed.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Arrays.stream(arguments)
                        .filter(argument -> !argument.equals(COMMAND) && !argument.startsWith(HEAD) && !argument.startsWith(HEADS))
                        .toArray(String[]::new));
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    @Import(DatabaseToRead.class)
    static class Needed {}
}
