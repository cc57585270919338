package org.redress.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a process owner can do to the bank holidays: the last part of the address, and what is asked for. */
public enum CalendarAct {
    ADD("add", "Add a bank holiday", "Add it", "division", "day", "title", "source", "publishedOn", "reason"),
    MOVE("move", "Move a bank holiday", "Move it", "division", "from", "to", "source", "publishedOn", "reason"),
    WITHDRAW("withdraw", "Withdraw a bank holiday", "Withdraw it", "division", "day", "reason"),
    YEAR("year", "Confirm that a year is complete", "Confirm the year", "division", "year", "source", "reason"),
    LIST("list", "Take in a list", "Take it in", "list", "source", "reason"),
    FETCH("fetch", "Fetch the list now", "Take it in", "reason");

    private final String path;
    private final String heading;
    private final String button;
    private final List<String> fields;

    CalendarAct(String path, String heading, String button, String... fields) {
        this.path = path;
        this.heading = heading;
        this.button = button;
        this.fields = List.of(fields);
    }

    static Optional<CalendarAct> at(String path) {
        return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
    }

    public String path() {
        return path;
    }

    public String heading() {
        return heading;
    }

    /** The words on the button that does it, once it has been looked at. */
    public String button() {
        return button;
    }

    public List<String> fields() {
        return fields;
    }

    boolean isList() {
        return this == LIST || this == FETCH;
    }
}
