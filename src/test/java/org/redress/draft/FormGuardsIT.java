package org.redress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What proves for whom a form was made, and what one account may have waiting. */
@RedressTest
class FormGuardsIT {

    private static final Instant ISSUED = Instant.parse("2026-06-01T09:00:00Z");
    private static final String PAGE = "/cases/RV-2026-000042K";
    private static final String FORM = PAGE + "/notes";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private KeptForms forms;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_guard_that_one_node_made_proves_the_account_at_another_node() {
        String guard = node(ISSUED).issue("caseworker1", "session", PAGE);

        assertThat(node(ISSUED.plusSeconds(60)).account(guard, FORM)).contains("caseworker1");
    }

    @Test
    void a_guard_proves_nothing_about_another_case_or_another_part_of_the_house() {
        String guard = node(ISSUED).issue("manager", "session", PAGE);

        for (String elsewhere : List.of("/cases/RV-2026-000043L/restriction", "/cases", "/staff/officer1/clearance", "/calendar/add", "/")) {
            assertThat(node(ISSUED).account(guard, elsewhere)).as(elsewhere).isEmpty();
        }
    }

    @Test
    void a_guard_lasts_as_long_as_the_longest_session_and_a_day() {
        String guard = node(ISSUED).issue("caseworker1", "session", PAGE);

        assertThat(node(ISSUED.plus(Duration.ofHours(36))).account(guard, FORM)).contains("caseworker1");
        assertThat(node(ISSUED.plus(Duration.ofHours(36)).plusSeconds(1)).account(guard, FORM)).isEmpty();
        assertThat(node(ISSUED.minus(Duration.ofHours(1))).account(guard, FORM)).as("from a day to come").isEmpty();
    }

    @Test
    void what_is_changed_made_up_or_signed_with_another_secret_proves_nothing() {
        FormGuards here = node(ISSUED);
        String guard = here.issue("caseworker1", "session", PAGE);
        String words = guard.substring(0, guard.indexOf('.'));
        String signature = guard.substring(guard.indexOf('.'));
        String managers = here.issue("manager", "session", PAGE);

        assertThat(here.account(managers.substring(0, managers.indexOf('.')) + signature, FORM)).isEmpty();
        for (String forged : new String[] {null, "", ".", words, words + ".", "a.b", "%%%" + signature, "x".repeat(100_000) + ".y"}) {
            assertThat(here.account(forged, FORM)).isEmpty();
        }
        transaction.executeWithoutResult(undone -> {
            jdbc.update("update app.house_secret set secret = ? where name = 'form-guard'", new byte[32]);
            assertThat(node(ISSUED).account(guard, FORM)).isEmpty();
            undone.setRollbackOnly();
        });
    }

    @Test
    void the_oldest_of_an_account_give_way_to_its_newest_and_never_those_of_another() {
        transaction.executeWithoutResult(undone -> {
            jdbc.update("delete from app.kept_form");
            UUID others = keep("caseworker2", "x");
            List<UUID> many = IntStream.range(0, KeptForms.MOST + 5).mapToObj(i -> {
                UUID kept = keep("caseworker1", "x");
                jdbc.update("update app.kept_form set kept_at = kept_at - ? * interval '1 second' where id = ?", 1000 - i, kept);
                return kept;
            }).toList();

            assertThat(many).filteredOn(id -> forms.find(id, "caseworker1").isPresent())
                    .containsExactlyElementsOf(many.subList(5, many.size()));
            assertThat(forms.find(others, "caseworker2")).isPresent();

            List<UUID> large = IntStream.range(0, 6).mapToObj(i -> keep("caseworker1", "x".repeat(400_000))).toList();
            assertThat(jdbc.queryForObject(
                            "select sum(length(fields)) from app.kept_form where account = 'caseworker1'", Long.class))
                    .isLessThanOrEqualTo(2_000_000);
            assertThat(forms.find(large.get(5), "caseworker1")).isPresent();
            assertThat(forms.find(others, "caseworker2")).isPresent();
            undone.setRollbackOnly();
        });
    }

    private UUID keep(String account, String text) {
        return forms.keep(account, new KeptForms.KeptForm(FORM, "Write a note", Map.of("text", List.of(text)))).orElseThrow();
    }

    private FormGuards node(Instant now) {
        return new FormGuards(jdbc, Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(12));
    }
}
