package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NeededTest {

    @Test
    void everything_that_is_missing_or_too_long_is_said_at_once() {
        Needed needed = new Needed()
                .text("what", null, 5)
                .text("ground", " ", 5)
                .text("by", "longer", 5)
                .text("title", "a\0b", 5)
                .text("fits", "right", 5)
                .day("on", null)
                .day("until", LocalDate.EPOCH)
                .that(false, "count", "Give a number.")
                .that(true, "calendar", "Give a calendar.");

        assertThatThrownBy(needed::check).isInstanceOfSatisfying(ClockInputException.class, wrong -> assertThat(wrong.faults())
                .extracting(fault -> fault.field() + ": " + fault.message())
                .containsExactly(
                        "what: This is needed.",
                        "ground: This is needed.",
                        "by: Give at most 5 characters.",
                        "title: Type it again: it holds a character that cannot be kept.",
                        "on: Give a day.",
                        "count: Give a number."));
    }
}
