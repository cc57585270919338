package org.redress.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * How the log tells of faults of the database that somebody else has to mend: in one line, with the place of ours that met
 * it, and not in a page of stack. The engine and the libraries say the same again with each of their tries; of them the log
 * hears it once in a while, for {@link DatabaseWatch} says when it began and when it was over.
 */
final class FaultsInOneLine extends TurboFilter {

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int DEEPEST = 50;

    private final Map<String, Long> last = new ConcurrentHashMap<>();

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] values, Throwable thrown) {
        Throwable said = thrown != null ? thrown : last(values);
        if (said == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Optional<String> line = line(said);
        if (line.isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        if (logger.getName().startsWith("org.redress.") || isNews(logger.getName() + DatabaseFault.in(said))) {
            Object[] rest = thrown != null || values == null ? values : Arrays.copyOf(values, values.length - 1);
            logger.log(marker, Logger.class.getName(), Level.toLocationAwareLoggerInteger(level), format + " " + line.get(), rest, null);
        }
        return FilterReply.DENY;
    }

    private boolean isNews(String what) {
        long now = System.nanoTime();
        Long before = last.get(what);
        if (before != null && now - before < QUIET.toNanos()) {
            return false;
        }
        last.put(what, now);
        return true;
    }

    private static Throwable last(Object... values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable thrown ? thrown : null;
    }

    static Optional<String> line(Throwable thrown) {
        return DatabaseFault.cause(thrown).map(cause -> {
            String fault = DatabaseFault.in(cause).map(DatabaseFault::state).orElseThrow();
            String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
            String line = "The database " + fault + ": " + said + " (" + cause.getSQLState() + ")" + place(thrown);
            // braces would be taken for places of values
            return line.replace("{}", "{ }");
        });
    }

    /** Where it was met: the innermost exception has the longest way to tell of. */
    private static String place(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>(
                Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList());
        Collections.reverse(causes);
        return causes.stream()
                .flatMap(one -> Arrays.stream(one.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("org.redress.")
                        && !frame.getClassName().startsWith(FaultsInOneLine.class.getPackageName() + ".")
                        && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> ", met by " + frame.getClassName() + " in line " + frame.getLineNumber())
                .orElse("");
    }

    /** Puts it into the log as soon as there is one. Named in {@code META-INF/spring.factories}. */
    static final class Installation implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER + 1;
        }

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log
                    && log.getTurboFilterList().stream().noneMatch(FaultsInOneLine.class::isInstance)) {
                FaultsInOneLine filter = new FaultsInOneLine();
                filter.setContext(log);
                filter.start();
                log.addTurboFilter(filter);
            }
        }
    }
}
