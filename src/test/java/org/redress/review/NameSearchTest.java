package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NameSearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Terence Hollis | We spoke to Terence Hollis twice. | Terence Hollis",
            "Terence Hollis | We spoke to TERENCE  HOLLIS. | TERENCE  HOLLIS",
            "Terence Hollis | We spoke to Terence James Hollis. | Terence James Hollis",
            "Terence Hollis | Listed as Hollis, Terence. | Hollis, Terence",
            "Terence Hollis | T. Hollis told us so. | T. Hollis",
            "Terence Hollis | T J Hollis told us so. | T J Hollis",
            "Terence Hollis | Mr Hollis told us so. | Mr Hollis",
            "Terence Hollis | It was Hollis’s phone. | Hollis",
            "PC Lee Ward | Then PC Ward left. | PC Ward",
            "PC Lee Ward | Then Ward left the ward. | ",
            "PC Lee Ward | Then Sergeant L Ward left the ward. | L Ward",
            "Siobhán O’Brien | s. o'brien rang. | s. o'brien",
            "Delphine Achterberg-Mensah | Ms Achterberg Mensah rang. | Ms Achterberg Mensah",
            "Łukasz Żółć | Then Lukasz rang. | ",
            "王 | Then 王 rang. | 王",
            "Ada May | The letter of 1 May 2026 may help. | ",
            "Ada May | Ms May may help. | Ms May"})
    void a_person_is_found_however_they_are_named(String name, String text, String found) {
        assertThat(new NameSearch(text).name(name)).extracting(NameSearch.Found::words)
                .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
    }

    @Test
    void a_number_an_address_a_telephone_and_an_e_mail_tell_who_it_is() {
        NameSearch search = new NameSearch("PC 4417ZQ and 0207 946 0123 and T.Hollis@Example.org, of 14  Ash Lane, SE9 9ZZ, on 12 May 2026.");

        assertThat(search.collarOf("PC 4417zq Lee Ward")).extracting(NameSearch.Found::words).containsExactly("4417ZQ");
        assertThat(search.anyCollar()).extracting(NameSearch.Found::words).containsExactly("PC 4417ZQ");
        assertThat(search.phone("02079460123")).hasSize(1);
        assertThat(search.email("t.hollis@example.org")).hasSize(1);
        assertThat(search.address(List.of("14 Ash Lane", "London", "se99zz"))).extracting(NameSearch.Found::words)
                .containsExactly("14  Ash Lane", "SE9 9ZZ");
        assertThat(search.address(List.of("London"))).isEmpty();
    }

    @Test
    void the_passage_shows_where_it_stands() {
        String text = "x".repeat(60) + " The neighbour Terence Hollis saw it all from the window of the flat opposite, he says.";

        assertThat(new NameSearch(text).name("Terence Hollis")).singleElement().satisfies(found -> assertThat(found.passage())
                .startsWith("… ").endsWith(" …").contains("The neighbour Terence Hollis saw it all"));
    }

    @Test
    void what_somebody_told_in_confidence_is_found_sentence_by_sentence() {
        assertThat(new NameSearch("We know that I have depression since 2019, too.").told("Large print. I have depression since 2019."))
                .hasSize(1);
    }
}
