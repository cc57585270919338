package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;

/** Which word on a fact counts, and whose it is. */
class FactHistoryTest {

    private static final Facts.FactSet APPLIED = said(FactSource.APPLICATION, "intake", 1, Map.of("recorded", false));
    private static final Facts.FactSet PAPERS = said(FactSource.PAPERS, "intake", 2, Map.of("recorded", true));
    private static final Facts.FactSet CONFIRMED = said(FactSource.CONFIRMED, "caseworker1", 3, Map.of("recorded", true));
    private static final Facts.FactSet LATER = said(FactSource.LATER, "caseworker2", 4, Map.of("recorded", true));
    private static final Facts.FactSet SILENT = said(FactSource.PAPERS, "intake", 5, Map.of("seniorOfficer", true));

    @Test
    void nothing_said_is_nothing_known() {
        assertThat(new FactHistory(List.of()).current()).isEqualTo(CaseFacts.unknown());
        assertThat(new FactHistory(List.of(SILENT)).judgedBy("recorded")).isEmpty();
    }

    @Test
    void the_newest_word_on_a_fact_counts_and_silence_changes_nothing() {
        assertThat(new FactHistory(List.of(APPLIED, PAPERS, SILENT)).current().flag("recorded")).isTrue();
        assertThat(new FactHistory(List.of(PAPERS, APPLIED)).current().flag("recorded")).isFalse();
        assertThat(new FactHistory(List.of(APPLIED, SILENT)).current().flag("recorded")).isFalse();
    }

    @Test
    void what_was_confirmed_last_is_what_stood_when_a_caseworker_confirmed_it() {
        assertThat(new FactHistory(List.of(APPLIED, CONFIRMED, SILENT)).whenConfirmed())
                .isEqualTo(new FactHistory(List.of(APPLIED, CONFIRMED)).current());
        assertThat(new FactHistory(List.of(CONFIRMED, SILENT, CONFIRMED)).whenConfirmed().flag("seniorOfficer")).isTrue();
        assertThat(new FactHistory(List.of(APPLIED, PAPERS)).whenConfirmed()).isEqualTo(CaseFacts.unknown());
    }

    @Test
    @Rule("T2.13")
    void whoever_said_first_what_now_stands_judged_it() {
        assertThat(new FactHistory(List.of(APPLIED, PAPERS)).judgedBy("recorded")).contains(PAPERS);
        assertThat(new FactHistory(List.of(PAPERS, LATER, SILENT)).judgedBy("recorded")).contains(PAPERS);
        assertThat(new FactHistory(List.of(PAPERS, APPLIED)).judgedBy("recorded")).contains(APPLIED);
    }

    @Test
    @Rule("T2.13")
    void a_caseworker_who_confirms_a_fact_takes_it_on() {
        assertThat(new FactHistory(List.of(PAPERS, CONFIRMED)).judgedBy("recorded")).contains(CONFIRMED);
        assertThat(new FactHistory(List.of(PAPERS, CONFIRMED, LATER)).judgedBy("recorded")).contains(CONFIRMED);
    }

    private static Facts.FactSet said(FactSource source, String by, int second, Map<String, Object> facts) {
        return new Facts.FactSet(source, CaseFacts.from(facts), by, Instant.ofEpochSecond(second));
    }
}
