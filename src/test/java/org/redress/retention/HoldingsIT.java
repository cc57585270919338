package org.redress.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.draft.KeptForms;
import org.redress.record.CaseHolding;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that is kept of a case or a person is forgotten by disposal, export or subject access. PostgreSQL is asked what there is. */
@RedressTest
class HoldingsIT {

    /** Tables that belong to a case and that no holding gives up, and why. */
    private static final Map<String, String> OUTLIVES_THE_CASE =
            Map.of("act", "the record: its words go, its numbers, times and kinds of act stay");

    /** Tables of a case that are in no export, and why. */
    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "act", "the export has it as record.json",
            "draft", "not handed in: its author's alone",
            "kept_form", "not handed in: its author's alone");

    /** Tables that belong to no case, and why they are no answer to somebody who asks what is held about them. */
    private static final Map<String, String> OF_NO_CASE = Map.ofEntries(
            Map.entry("flyway_schema_history", "how far the tables were brought"),
            Map.entry("case_number", "counts cases"),
            Map.entry("bank_holiday", "the calendar"),
            Map.entry("bank_holiday_year", "the calendar"),
            Map.entry("bank_holiday_reading", "the calendar"),
            Map.entry("clock_rule", "rules"),
            Map.entry("clock_rule_change", "rules"),
            Map.entry("retention_rule", "rules"),
            Map.entry("clearance_kind", "rules"),
            Map.entry("clearance_rule", "rules"),
            Map.entry("clearance", "staff: a manager reads it to them from the page Staff"),
            Map.entry("staff_address", "staff: a manager reads it to them from the page Staff"),
            Map.entry("former_staff", "staff: the name of an account that acts on record refer to"),
            Map.entry("provider_account", "staff: which account belongs to which sign-in at the provider"),
            Map.entry("sign_in_failure", "fingerprints of accounts and addresses, for a month"),
            Map.entry("sign_in_known", "fingerprints of accounts and addresses"),
            Map.entry("house_secret", "random numbers that this house signs with"),
            Map.entry("sent_form", "an account and a random number, for three days"),
            Map.entry("heartbeat", "whether the database can be written to"),
            Map.entry("record_check", "whether the record was whole"),
            Map.entry("disposed_case", "a reference, dates and how the case ended"));

    /** Every table of ours with a column for the case, and every table that points to such a one. */
    private static final String OF_A_CASE =
            """
            with recursive of_a_case(id) as (
              select c.oid from pg_class c
                where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
                  and (c.relname = 'case_file' or exists (
                    select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_reference' and not a.attisdropped))
              union
              select f.conrelid from pg_constraint f join of_a_case o on f.confrelid = o.id where f.contype = 'f'
            )
            select c.relname from of_a_case o join pg_class c on c.oid = o.id order by 1
            """;

    @Autowired
    private ObjectProvider<CaseHolding> holdings;

    @Autowired
    private KeptForms forms;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void every_table_that_belongs_to_a_case_is_given_up_by_a_holding_or_says_why_it_stays() {
        Set<String> ofACase = new TreeSet<>(jdbc.queryForList(OF_A_CASE, String.class));
        assertThat(ofACase).contains("party", "clock_fact", "letter_copy", "recommendation_more_time");

        assertThat(without(ofACase, held(), OUTLIVES_THE_CASE.keySet()))
                .as("tables of a case that no CaseHolding names: name each in the holding of its module")
                .isEmpty();
        assertThat(without(OUTLIVES_THE_CASE.keySet(), ofACase)).as("reasons for tables that there are not").isEmpty();
        assertThat(without(held(), everyTable())).as("tables that a holding names and that there are not").isEmpty();
    }

    @Test
    void every_table_of_a_case_is_in_its_export_or_says_why_not() {
        Set<String> exported = holdings.stream()
                .flatMap(holding -> holding.rows("RV/2026/999999X").keySet().stream())
                .collect(Collectors.toSet());

        assertThat(without(held(), exported, NOT_EXPORTED.keySet())).isEmpty();
        assertThat(without(NOT_EXPORTED.keySet(), held(), OUTLIVES_THE_CASE.keySet())).isEmpty();
        assertThat(exported).doesNotContainAnyElementsOf(NOT_EXPORTED.keySet());
    }

    @Test
    void every_table_is_asked_for_subject_access_or_says_why_not() {
        assertThat(without(everyTable(), held(), OUTLIVES_THE_CASE.keySet(), OF_NO_CASE.keySet()))
                .as("tables that belong to no holding: does it keep anything about a person?")
                .isEmpty();
        assertThat(without(OF_NO_CASE.keySet(), everyTable())).as("reasons for tables that there are not").isEmpty();
        assertThat(held()).as("a table of a case has no other reason").doesNotContainAnyElementsOf(OF_NO_CASE.keySet());
        assertThat(without(SubjectAccess.NOT_AS_ROWS.keySet(), held())).as("reasons for tables that there are not").isEmpty();
    }

    @Test
    void a_form_that_was_kept_for_somebody_who_never_came_back_goes_with_its_case() {
        transaction.executeWithoutResult(undone -> {
            UUID kept = keep("/cases/RV-2026-999999X/notes");
            UUID hold = keep("/retention/RV-2026-999999X/hold");
            UUID other = keep("/cases/RV-2026-999999Y/notes");
            UUID none = keep("/calendar/add");

            holdings.orderedStream().forEach(holding -> holding.dispose("RV/2026/999999X"));

            assertThat(forms.find(kept, "caseworker1")).isEmpty();
            assertThat(forms.find(hold, "caseworker1")).isEmpty();
            assertThat(forms.find(other, "caseworker1")).isPresent();
            assertThat(forms.find(none, "caseworker1")).isPresent();
            undone.setRollbackOnly();
        });
    }

    @Test
    void what_was_kept_for_too_long_goes_in_the_night_without_anybody_typing_anything_more() {
        transaction.executeWithoutResult(undone -> {
            UUID kept = keep("/cases/RV-2026-999999X/notes");
            jdbc.update("update app.kept_form set kept_at = kept_at - interval '25 hours' where id = ?", kept);

            holdings.forEach(holding -> holding.sweep(List.of()));

            assertThat(jdbc.queryForObject("select count(*) from app.kept_form where id = ?", Long.class, kept)).isZero();
            undone.setRollbackOnly();
        });
    }

    private UUID keep(String place) {
        return forms.keep("caseworker1", new KeptForms.KeptForm(place, "Write", new HashMap<>(Map.of("text", List.of("Half a thought")))))
                .orElseThrow();
    }

    private Set<String> held() {
        return holdings.stream().flatMap(holding -> holding.tables().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> everyTable() {
        return new TreeSet<>(jdbc.queryForList(
                "select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')", String.class));
    }

    @SafeVarargs
    private static Set<String> without(Collection<String> all, Collection<String>... known) {
        Set<String> left = new TreeSet<>(all);
        List.of(known).forEach(left::removeAll);
        return left;
    }
}
