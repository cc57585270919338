package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseSection.Part;
import org.redress.casefile.SectionAsked;

class CaseSectionsTest {

    private static final SectionAsked NOTHING = new SectionAsked(Map.of());

    @Test
    void sections_come_in_the_order_of_their_places_whatever_order_they_are_found_in() {
        CaseSections sections = new CaseSections(List.of(
                section(Part.SECTION, 300, "third", "c"), section(Part.SECTION, 100, "first", "a"), section(Part.TAG, 100, "tag", "t")));

        CaseSections.Brought brought = sections.of(null, NOTHING, List.of());

        assertThat(brought.templates()).isEqualTo(Map.of("SECTION", List.of("first", "third"), "TAG", List.of("tag")));
        assertThat(brought.content()).containsOnlyKeys("a", "c", "t");
    }

    @Test
    void two_in_one_place_are_refused_at_start_as_chance_would_order_them() {
        List<CaseSection> twice = List.of(section(Part.SECTION, 100, "one", "a"), section(Part.SECTION, 100, "other", "b"));

        assertThatThrownBy(() -> new CaseSections(twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one and other both stand in place 100 of SECTION");
    }

    @Test
    void a_name_that_another_section_or_the_frame_uses_is_refused() {
        CaseSections sections =
                new CaseSections(List.of(section(Part.SECTION, 100, "one", "notes"), section(Part.SECTION, 200, "other", "notes")));

        assertThatThrownBy(() -> sections.of(null, NOTHING, List.of())).hasMessageContaining("other calls notes");
        assertThatThrownBy(() -> sections.of(null, NOTHING, List.of("notes"))).hasMessageContaining("one calls notes");
    }

    private static CaseSection section(Part part, int place, String template, String name) {
        return CaseSection.of(part, place, template, (file, asked) -> Optional.of(Map.of(name, template)));
    }
}
