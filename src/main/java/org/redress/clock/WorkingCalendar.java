package org.redress.clock;

import java.util.Set;

/** A calendar of working days: which bank holidays are not counted. Saturdays and Sundays never are. */
public enum WorkingCalendar {

    /** For police conduct, complaints and tribunals: bank holidays in England and Wales. */
    ENGLAND_AND_WALES("England and Wales", Division.ENGLAND_AND_WALES),
    /** For freedom of information: a bank holiday in any part of the United Kingdom (FOIA 2000 s.10(6)). */
    UK("the United Kingdom", Division.ENGLAND_AND_WALES, Division.UK_EXTRA);

    private final String words;
    private final Set<Division> divisions;

    WorkingCalendar(String words, Division... divisions) {
        this.words = words;
        this.divisions = Set.of(divisions);
    }

    /** The calendar's name as people say it. */
    public String words() {
        return words;
    }

    Set<Division> divisions() {
        return divisions;
    }
}
