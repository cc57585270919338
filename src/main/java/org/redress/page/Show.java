package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.redress.kernel.InWords;
import org.redress.people.StaffDirectory;

/** What templates ask for while they write one page: names, days, and values in words. */
public final class Show {

    /** The account under which the house itself acts. */
    private static final String THE_HOUSE = "redress";

    private final StaffDirectory staff;
    private final Map<String, String> names = new HashMap<>();

    Show(StaffDirectory staff) {
        this.staff = staff;
    }

    public String day(LocalDate day) {
        return Moments.day(day);
    }

    /** "Thursday 4 June 2026". */
    public String weekday(LocalDate day) {
        return Moments.weekday(day);
    }

    public String dayOf(Instant moment) {
        return Moments.day(moment);
    }

    public String moment(Instant moment) {
        return Moments.moment(moment);
    }

    /** The name of whoever has an account. */
    public String person(String account) {
        return THE_HOUSE.equals(account) ? "Redress" : names.computeIfAbsent(account, staff::nameOf);
    }

    /** The value of a fact in words. */
    public String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof InWords said) {
            return said.words();
        }
        return String.valueOf(value);
    }

    /** "1.4 MB". */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        return bytes < 1_000_000 ? Math.round(bytes / 1_000d) + " kB" : Math.round(bytes / 100_000d) / 10d + " MB";
    }

    /** A reference as it stands in an address. */
    public String address(String reference) {
        return org.redress.casefile.CaseReference.inAddress(reference);
    }
}
