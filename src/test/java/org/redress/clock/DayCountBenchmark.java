package org.redress.clock;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How long every rule takes over every start day of ten years, against the second it may take. Not a test: times depend
 * on the machine.
 *
 * <pre>
 * ./mvnw -q test-compile spring-boot:test-run \
 *     -Dspring-boot.run.main-class=org.redress.clock.DayCountBenchmark
 * </pre>
 */
public final class DayCountBenchmark {

    private static final double ALLOWED_MILLIS = 1000;
    private static final int ROUNDS = 10;

    private DayCountBenchmark() {
    }

    public static void main(String[] arguments) {
        DayCount dayCount = TestCalendars.dayCount();
        for (int round = 1; round <= ROUNDS; round++) {
            long before = System.nanoTime();
            int answers = sweep(dayCount);
            double millis = (System.nanoTime() - before) / 1e6;
            System.out.printf(Locale.UK, "round %2d%s: %d answers in %.0f ms, ratio to the second allowed %.2f%n",
                    round, round == 1 ? " (cold)" : "", answers, millis, millis / ALLOWED_MILLIS);
        }
    }

    /** Each answer with its sentence, as the door gives it. */
    private static int sweep(DayCount dayCount) {
        int answers = 0;
        for (LocalDate start = LocalDate.of(2019, 1, 1); start.getYear() <= 2028; start = start.plusDays(1)) {
            for (DayRule rule : DayRule.values()) {
                Integer count = switch (rule) {
                    case P8, P10 -> null;
                    case P4 -> 28;
                    case P7 -> 12;
                    case P5, P6 -> 56;
                    default -> 20;
                };
                try {
                    dayCount.deadline(rule, start, count, rule == DayRule.P3 ? 30 : null, null);
                    answers++;
                } catch (CalendarNotKnownException e) {
                    // the last and first days of the ten years lead out of them
                    answers++;
                }
            }
        }
        return answers;
    }
}
