package org.redress.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calendars as the database is seeded with them, without a database. */
final class TestCalendars {

    static final Map<LocalDate, String> ENGLAND_AND_WALES = englandAndWales();
    static final Map<LocalDate, String> UK = uk();
    static final Set<Integer> YEARS = IntStream.rangeClosed(2019, 2028).boxed().collect(Collectors.toSet());

    private TestCalendars() {
    }

    static WorkingDays of(WorkingCalendar calendar) {
        return new WorkingDays(calendar, calendar == WorkingCalendar.UK ? UK : ENGLAND_AND_WALES, YEARS,
                calendar == WorkingCalendar.UK ? onlyElsewhere() : Set.of());
    }

    private static Set<LocalDate> onlyElsewhere() {
        Set<LocalDate> days = new java.util.TreeSet<>(UK.keySet());
        days.removeAll(ENGLAND_AND_WALES.keySet());
        return days;
    }

    static DayCount dayCount() {
        Map<WorkingCalendar, WorkingDays> ready = Map.of(WorkingCalendar.UK, of(WorkingCalendar.UK),
                WorkingCalendar.ENGLAND_AND_WALES, of(WorkingCalendar.ENGLAND_AND_WALES));
        return new DayCount(ready::get);
    }

    static String feed() {
        return text("/clock/bank-holidays-england-and-wales.json");
    }

    static String text(String resource) {
        try (InputStream in = TestCalendars.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String resource) {
        try {
            return new ObjectMapper().readTree(text(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<LocalDate, String> englandAndWales() {
        Map<LocalDate, String> days = new TreeMap<>();
        json("/clock/bank-holidays-england-and-wales.json").path("england-and-wales").path("events")
                .forEach(e -> days.put(LocalDate.parse(e.path("date").asText()), e.path("title").asText()));
        return days;
    }

    private static Map<LocalDate, String> uk() {
        Map<LocalDate, String> days = new TreeMap<>(ENGLAND_AND_WALES);
        for (int year = 2019; year <= 2028; year++) {
            UkExtraDays.of(year).forEach(days::putIfAbsent);
        }
        return days;
    }
}
