package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrittenTextTest {

    @Test
    void only_what_no_database_can_hold_is_refused_and_it_is_named() {
        assertThat(WrittenText.fault("a\0b")).hasValue("Take out the NUL character.");
        assertThat(WrittenText.fault("ab\uD83D")).hasValue("Take out the half character (a surrogate without its pair) at position 2.");
        assertThat(WrittenText.fault("\uDE21ab")).hasValueSatisfying(fault -> assertThat(fault).contains("position 0"));
        assertThat(WrittenText.fault("\u0001 \u000B \u200B \uFFFE \uE000 😡")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {
            0x200B, 0xFEFF, 0x200E, 0x200F, 0x2060, 0x00AD, 0x200D, 0x200C, 0xFE0F, 0x202A, 0x202C, 0x2068, 0xE0041, 0x034F, 0x3164,
            0x180E, 0x180B, 0xFFFE, 0x00A0, 0x3000})
    void a_line_of_one_invisible_character_is_an_empty_line(int character) {
        String invisible = Character.toString(character);

        assertThat(WrittenText.readable("first\n\n" + invisible + "\n\nlast")).isEqualTo("first\n\n\n\nlast");
        assertThat(WrittenText.readable(invisible)).isEmpty();
        assertThat(WrittenText.nothingVisible(" " + invisible + "\n")).isTrue();
    }

    @Test
    void the_breaks_of_word_processors_are_breaks_of_lines_and_paragraphs() {
        assertThat(WrittenText.readable("one\u000Btwo\u2028three\u0085four\rfive\r\nsix")).isEqualTo("one\ntwo\nthree\nfour\nfive\nsix");
        assertThat(WrittenText.readable("one\ftwo\u2029three")).isEqualTo("one\n\ntwo\n\nthree");
    }

    @Test
    void a_word_keeps_the_joiners_of_its_script_and_loses_what_only_turns_it_around() {
        assertThat(WrittenText.readable("\u0645\u06CC\u200C\u0634\u0648\u062F")).isEqualTo("\u0645\u06CC\u200C\u0634\u0648\u062F");
        assertThat(WrittenText.readable("\u202Egnirts\u202C tele\u00ADphone\u200B")).isEqualTo("gnirts telephone");
    }

    @Test
    void a_letter_and_its_marks_become_one_where_there_is_such_a_letter() {
        assertThat(WrittenText.readable("Gru\u0308\u00DFe, Lo\u0301dz\u0301")).isEqualTo("Grüße, Lódź");
        assertThat(WrittenText.readable("o\u0323\u0302 and M\u0302")).isEqualTo("\u1ED9 and M\u0302");
    }

    @Test
    void what_cannot_be_read_shows_that_something_stood_there() {
        assertThat(WrittenText.readable("a\0b\uD83Dc\u0007")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }
}
