package org.redress.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {

    private static final String SMALL =
            """
            kind: XX
            name: Trial
            process: Trial
            paths: [{ code: DONE, words: Done }]
            clocks: []
            letters: []
            parties: []
            groups: [{ id: triers, name: Those who try, one: trier, part: caseworker }]
            variables: []
            statutorySteps: []
            """;

    @Test
    void the_house_knows_the_statutory_review_by_its_references() {
        Kind review = Kinds.ofTheHouse().ofReference("RV/2026/000042K");

        assertThat(review.name()).isEqualTo("Statutory review");
        assertThat(review.backwardsClock()).map(DeclaredClock::name).contains("APPLICATION_PERIOD");
        assertThat(review.path("REVIEW_UPHELD")).map(path -> path.keptFor().years()).contains(6);
        assertThat(review.path("ASK_APPLICANT")).map(Kind.Path::keptFor).isEmpty();
    }

    @Test
    void every_purpose_names_letters_that_are_declared() {
        for (Kind kind : Kinds.ofTheHouse().all()) {
            List<String> letters = kind.letters().stream().map(DeclaredLetter::code).toList();
            assertThat(kind.purposes().values().stream().flatMap(List::stream)).isSubsetOf(letters);
            assertThat(letters).allSatisfy(code -> assertThat(kind.purposes().values().stream().flatMap(List::stream).toList()
                            .contains(code) || List.of("N12", "N13").contains(code))
                    .as("some purpose sends " + code)
                    .isTrue());
        }
    }

    @Test
    void everything_that_a_file_says_wrongly_is_named_at_once() {
        String wrong = SMALL.replace("kind: XX", "kind: trial").replace("groups: [{ id: triers, name: Those who try, one: trier, part: caseworker }]", "gruops: [triers]");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(KindRefused.class, refused -> assertThat(refused.faults())
                        .anyMatch(fault -> fault.contains("kind"))
                        .anyMatch(fault -> fault.contains("gruops"))
                        .anyMatch(fault -> fault.contains("groups")))
                .hasMessageContaining("trial.yml");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> read(SMALL + "name: Again\n")).isInstanceOf(KindRefused.class);
    }

    @Test
    void two_kinds_cannot_call_two_clocks_by_one_name() {
        String clock = "clocks: [{ name: PAPERS, words: Papers, rule: P1, count: 5, provision: practice, confirmed: false, note: Trial }]";
        Kind one = read(SMALL.replace("clocks: []", clock));
        Kind other = read(SMALL.replace("clocks: []", clock).replace("kind: XX", "kind: YY"));

        assertThatThrownBy(() -> new Kinds(List.of(one, other)))
                .isInstanceOf(KindRefused.class)
                .hasMessageContaining("PAPERS");
    }

    private static Kind read(String text) {
        return KindFile.read("trial.yml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
