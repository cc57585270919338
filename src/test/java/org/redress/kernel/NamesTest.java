package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name is. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Avery Testcase", "O", "王小明", "محمد", "Nguyễn", "Robert <O'B> & \"Co\"", "👩‍⚖️", "क्षत्रिय", "نامه‌ای", "007",
        "Łukasz  van der Berg-Ünal (Jr.)"
    })
    void what_people_are_called_is_a_name(String name) {
        assertThat(Names.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "\u00A0", "\u200B", "\uFEFF", "\u200E", "\u200F", "\u2060", "\u00AD", "\u200D\u200C", "\uFE0F", "\u202A\u202C",
        "\u2068", "\uDB40\uDC41", "\u0301", "\u3164", "\u115F\u1160\uFFA0", "\u2800", " \u200B \u0301\uFE0F ", "\u180E", "\u034F"
    })
    void what_shows_nothing_is_none(String name) {
        assertThat(Names.fault(name)).hasValueSatisfying(fault -> assertThat(fault).contains("nothing that can be seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\nB", "A\r\nB", "A\tB", "A\u0000", "A\u2028B", "A\u2029B", "A\u0085B", "A\u000BB", "A\uD800"})
    void what_does_not_stand_on_one_line_is_none(String name) {
        assertThat(Names.fault(name)).hasValueSatisfying(fault -> assertThat(fault).contains("on one line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "王", "👩"})
    void what_is_longer_than_any_name_is_none(String letter) {
        assertThat(Names.fault(letter.repeat(Names.LONGEST))).isEmpty();
        assertThat(Names.fault(letter.repeat(Names.LONGEST + 1)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("at most 200", "has 201"));
    }
}
