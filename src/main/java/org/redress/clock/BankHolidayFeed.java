package org.redress.clock;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Lists of bank holidays from outside: fetched from an address that whoever runs the house has set, or handed over by a
 * process owner. Every list that is taken in or refused is noted, with what came of it.
 */
@Service
public class BankHolidayFeed {

    /** The address of the list, in the shape that GOV.UK publishes; empty unless somebody sets it. */
    static final String ADDRESS = "redress.bank-holidays.feed-url";

    private static final Logger LOG = LoggerFactory.getLogger(BankHolidayFeed.class);
    private static final String THE_HOUSE = "redress";
    private static final int LONGEST_WORDS = 2000;

    private final BankHolidays bankHolidays;
    private final BankHolidayReadings readings;
    private final FeedDoor door;
    private final Now now;
    private final Environment settings;

    BankHolidayFeed(BankHolidays bankHolidays, BankHolidayReadings readings, FeedDoor door, Now now, Environment settings) {
        this.bankHolidays = bankHolidays;
        this.readings = readings;
        this.door = door;
        this.now = now;
        this.settings = settings;
    }

    /** Where lists are fetched, or null if nobody has set an address. */
    public String address() {
        String address = settings.getProperty(ADDRESS);
        return StringUtils.hasText(address) ? address.strip() : null;
    }

    /** The newest twenty lists that were read, newest first. */
    public List<ListReading> readings() {
        return readings.findFirst20ByOrderByReadAtDescIdDesc().stream().map(BankHolidayReading::seen).toList();
    }

    /**
     * Fetches the list from its address. It is not looked at yet.
     *
     * @return the text as it came
     * @throws ClockInputException if no address is set, or the reason is missing
     * @throws FeedRejectedException if it could not be fetched; that is noted
     */
    public String fetch(String reason, String by) {
        String address = address();
        new Needed().text("reason", reason, 1000).text("by", by, 100)
                .that(address != null, "fetch", "No address is set. Whoever runs Redress sets " + ADDRESS + ".").check();
        try {
            return door.read(address);
        } catch (FeedRejectedException refused) {
            note(address, reason, by, false, refused.getMessage());
            throw refused;
        }
    }

    /**
     * What a list would change and move. A refusal is noted.
     *
     * @throws ClockInputException if the source or the reason is missing
     * @throws FeedRejectedException if the list cannot be trusted
     */
    public FeedPreview preview(String text, String source, String reason, String by) {
        try {
            return bankHolidays.ifImported(text, source, reason, by);
        } catch (FeedRejectedException refused) {
            note(source, reason, by, false, refused.getMessage());
            throw refused;
        }
    }

    /**
     * Takes a list in. What came of it is noted either way.
     *
     * @throws ClockInputException if the source or the reason is missing
     * @throws FeedRejectedException if the list cannot be trusted; nothing is changed
     */
    public FeedPreview take(String text, String source, String reason, String by) {
        try {
            FeedPreview taken = bankHolidays.importFeed(text, source, reason, by);
            note(source, reason, by, true, taken.isEmpty() ? "Nothing new."
                    : String.join(". ", taken.changes().words()) + ". It moved " + taken.effect().words() + ".");
            return taken;
        } catch (FeedRejectedException refused) {
            note(source, reason, by, false, refused.getMessage());
            throw refused;
        }
    }

    /** Looks once a day, if an address is set. */
    @Scheduled(cron = "${redress.bank-holidays.fetch-at:0 15 6 * * *}", zone = "Europe/London")
    void look() {
        if (address() == null) {
            return;
        }
        try {
            take(fetch("Daily look", THE_HOUSE), address(), "Daily look", THE_HOUSE);
        } catch (FeedRejectedException refused) {
            LOG.warn("The list of bank holidays was refused: {}", refused.getMessage());
        }
    }

    private void note(String source, String reason, String by, boolean taken, String words) {
        readings.save(new BankHolidayReading(new ListReading(now.instant(), by, source, reason, taken,
                words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…")));
    }
}
