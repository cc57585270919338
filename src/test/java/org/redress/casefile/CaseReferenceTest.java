package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CaseReferenceTest {

    @Test
    void the_forty_second_case_of_2026_ends_in_K() {
        assertThat(CaseReference.of("RV", 2026, 42)).isEqualTo("RV/2026/000042K");
    }

    @Test
    void slashes_hyphens_and_small_letters_read_alike() {
        assertThat(CaseReference.read(" rv-2026-000042k ")).contains("RV/2026/000042K");
        assertThat(CaseReference.inAddress("RV/2026/000042K")).isEqualTo("RV-2026-000042K");
    }

    @Test
    void each_kind_of_case_has_its_own_letters() {
        assertThat(CaseReference.of("CC", 2026, 42)).isEqualTo("CC/2026/000042K");
        assertThat(CaseReference.read("cc-2026-000042k")).contains("CC/2026/000042K");
        assertThatThrownBy(() -> CaseReference.of("R", 2026, 42)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anything_else_is_no_reference() {
        assertThat(CaseReference.read("RV/2026/000042J")).isEmpty();
        assertThat(CaseReference.read("RV/2026/42K")).isEmpty();
        assertThat(CaseReference.read("'; drop table case_file")).isEmpty();
        assertThat(CaseReference.read(null)).isEmpty();
    }

    @Test
    void a_year_takes_a_million_cases_less_one() {
        assertThatThrownBy(() -> CaseReference.of("RV", 2026, 1_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void one_wrong_digit_never_passes(
            @ForAll @IntRange(min = 2020, max = 2099) int year,
            @ForAll @IntRange(min = 1, max = 999_999) int number,
            @ForAll @IntRange(min = 0, max = 5) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        char[] reference = CaseReference.of("RV", year, number).toCharArray();
        int at = 8 + place;
        reference[at] = (char) ('0' + (reference[at] - '0' + shift) % 10);
        assertThat(CaseReference.read(new String(reference))).isEmpty();
    }

    @Property
    void two_swapped_neighbours_never_pass(
            @ForAll @IntRange(min = 2020, max = 2099) int year,
            @ForAll @IntRange(min = 1, max = 999_999) int number,
            @ForAll @IntRange(min = 0, max = 4) int place) {
        char[] reference = CaseReference.of("RV", year, number).toCharArray();
        char first = reference[8 + place];
        reference[8 + place] = reference[9 + place];
        reference[9 + place] = first;
        if (reference[8 + place] != first) {
            assertThat(CaseReference.read(new String(reference))).isEmpty();
        }
    }
}
