package org.redress.clock;

import static org.redress.clock.FeedRejectedException.Reason.DROPS_PAST_DAYS;
import static org.redress.clock.FeedRejectedException.Reason.EMPTY;
import static org.redress.clock.FeedRejectedException.Reason.FOREIGN_DAY;
import static org.redress.clock.FeedRejectedException.Reason.NOT_JSON;
import static org.redress.clock.FeedRejectedException.Reason.TOO_BIG;
import static org.redress.clock.FeedRejectedException.Reason.WRONG_SHAPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of bank holidays in the shape that GOV.UK publishes: a division each for England and Wales, Scotland and
 * Northern Ireland. It is read with distrust, because its past years have vanished before (August 2025) and a day that
 * slips into the wrong division would move every deadline by one.
 */
final class HolidayFeed {

    /** The real list has about 30,000 characters. */
    static final int LONGEST = 1_000_000;
    /** A year has eight standing bank holidays; a list with fewer is not finished. */
    private static final int DAYS_OF_A_WHOLE_YEAR = 8;
    private static final Pattern KEPT_ELSEWHERE =
            Pattern.compile("st andrew|st patrick|boyne|orangemen|2nd january|2 january|scotland|northern ireland");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<Division, SortedMap<LocalDate, String>> days = new EnumMap<>(Division.class);
    private final Map<Division, Set<Integer>> years = new EnumMap<>(Division.class);
    private final SortedMap<LocalDate, String> scotland;
    private final SortedMap<LocalDate, String> northernIreland;
    private final String mark;

    private HolidayFeed(JsonNode root, String text) {
        mark = sha256(text);
        SortedMap<LocalDate, String> englandAndWales = division(root, "england-and-wales", true);
        scotland = division(root, "scotland", false);
        northernIreland = division(root, "northern-ireland", false);
        if (englandAndWales.isEmpty()) {
            throw new FeedRejectedException(WRONG_SHAPE, "The list has no bank holiday for England and Wales.");
        }
        SortedMap<LocalDate, String> extra = new TreeMap<>(northernIreland);
        extra.putAll(scotland);
        extra.keySet().removeAll(englandAndWales.keySet());
        days.put(Division.ENGLAND_AND_WALES, englandAndWales);
        days.put(Division.UK_EXTRA, extra);
        years.put(Division.ENGLAND_AND_WALES, wholeYears(englandAndWales.keySet()));
        Set<Integer> both = wholeYears(scotland.keySet());
        both.retainAll(wholeYears(northernIreland.keySet()));
        years.put(Division.UK_EXTRA, both);
    }

    /** @throws FeedRejectedException if the text is not such a list */
    static HolidayFeed read(String text) {
        if (text == null || text.isBlank()) {
            throw new FeedRejectedException(EMPTY, "The list is empty.");
        }
        if (text.length() > LONGEST) {
            throw new FeedRejectedException(TOO_BIG, "The list has " + text.length()
                    + " characters, far more than a list of bank holidays.");
        }
        try {
            return new HolidayFeed(JSON.readTree(text), text);
        } catch (JsonProcessingException e) {
            throw new FeedRejectedException(NOT_JSON, "The list is not JSON; a web page may have come instead of it.");
        }
    }

    /**
     * Compares the list with what is known.
     *
     * @param known the days of England and Wales that count now
     * @param listedBefore those of them that came from a list; a list need not know what a person added
     * @param elsewhere the days that count for the rest of the United Kingdom only
     * @param today the present day
     * @throws FeedRejectedException if a day that has been is missing, or a day kept elsewhere has slipped in
     */
    void check(Collection<LocalDate> known, Collection<LocalDate> listedBefore, Collection<LocalDate> elsewhere,
            LocalDate today) {
        SortedMap<LocalDate, String> listed = days.get(Division.ENGLAND_AND_WALES);
        Set<LocalDate> dropped = new TreeSet<>(listedBefore);
        dropped.removeIf(day -> !day.isBefore(today) || listed.containsKey(day));
        if (!dropped.isEmpty()) {
            throw new FeedRejectedException(DROPS_PAST_DAYS, "The list leaves out "
                    + Explanation.number(dropped.size(), "bank holiday")
                    + (dropped.size() == 1 ? " that has already been, on " : " that have already been, the first on ")
                    + Explanation.day(dropped.iterator().next()) + ".");
        }
        listed.forEach((day, title) -> {
            // a day for England and Scotland without Northern Ireland has never been; one for Scotland alone has
            boolean slippedIn = scotland.containsKey(day) && !northernIreland.isEmpty()
                    && !northernIreland.containsKey(day);
            if (!known.contains(day) && (elsewhere.contains(day) || slippedIn
                    || KEPT_ELSEWHERE.matcher(title.toLowerCase(Locale.ROOT)).find())) {
                throw new FeedRejectedException(FOREIGN_DAY, "The list gives England and Wales " + title + " on "
                        + Explanation.day(day) + ", which is kept only in Scotland or Northern Ireland.");
            }
        });
    }

    /** Each day and its name. */
    SortedMap<LocalDate, String> days(Division division) {
        return days.get(division);
    }

    /** Stands for the exact text of the list. */
    String mark() {
        return mark;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The years that the list gives in full. */
    Set<Integer> years(Division division) {
        return years.get(division);
    }

    private static Set<Integer> wholeYears(Collection<LocalDate> days) {
        Map<Integer, Integer> perYear = new HashMap<>();
        days.forEach(day -> perYear.merge(day.getYear(), 1, Integer::sum));
        perYear.values().removeIf(count -> count < DAYS_OF_A_WHOLE_YEAR);
        return new TreeSet<>(perYear.keySet());
    }

    private static SortedMap<LocalDate, String> division(JsonNode root, String name, boolean needed) {
        JsonNode events = root.path(name).path("events");
        if (root.path(name).isMissingNode() && !needed) {
            return new TreeMap<>();
        }
        if (!events.isArray()) {
            throw new FeedRejectedException(WRONG_SHAPE, "The list has no events for " + name + ".");
        }
        SortedMap<LocalDate, String> days = new TreeMap<>();
        for (JsonNode event : events) {
            String title = event.path("title").asText("").strip();
            if (title.isEmpty() || title.length() > 150) {
                throw new FeedRejectedException(WRONG_SHAPE,
                        "The list has a day without a usable name in " + name + ".");
            }
            String notes = event.path("notes").asText("").strip().toLowerCase(Locale.UK);
            String named = notes.equals("substitute day") ? title + " (substitute day)" : title;
            if (days.put(day(event), named) != null) {
                throw new FeedRejectedException(WRONG_SHAPE, "The list has a day twice in " + name + ".");
            }
        }
        return days;
    }

    private static LocalDate day(JsonNode event) {
        try {
            return LocalDate.parse(event.path("date").asText(""));
        } catch (DateTimeException e) {
            throw new FeedRejectedException(WRONG_SHAPE, "The list has a day that cannot be read.");
        }
    }
}
