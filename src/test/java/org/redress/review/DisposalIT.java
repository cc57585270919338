package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.letter.Outbox;
import org.redress.retention.Disposal;
import org.redress.retention.HoldRefused;
import org.redress.retention.LegalHolds;
import org.redress.retention.RetentionRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How long a case is kept, what keeps it longer, and what is left afterwards. */
class DisposalIT extends AtTheDesk {

    @Autowired
    private Disposal disposal;

    @Autowired
    private LegalHolds holds;

    @Autowired
    private RetentionRules rules;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Outbox outbox;

    @Autowired
    private HistoryService history;

    @Value("${redress.data-dir}")
    private Path data;

    @Test
    void the_day_until_which_a_file_is_kept_comes_from_the_rule_of_its_end() {
        String reference = closed("A35");

        assertThat(cases.get(reference).keepUntil())
                .isEqualTo(rules.keepUntil(reference, ReviewPaths.OLD_RULES, now.londonDay(cases.get(reference).closedAt())))
                .isEqualTo(now.today().plusYears(rules.of(reference, ReviewPaths.OLD_RULES).years()));
        tables.update("update app.retention_rule set years = 3 where path = 'OLD_RULES'");
        try {
            assertThat(cases.get(closed("A35")).keepUntil()).isEqualTo(now.today().plusYears(3));
        } finally {
            tables.update("update app.retention_rule set years = 6 where path = 'OLD_RULES'");
        }
    }

    @Test
    void the_person_who_closes_a_case_reads_how_long_it_is_kept_and_that_nobody_has_confirmed_it() {
        String reference = workTo("CloseCase", "A02");

        assertThat(shown("caseworker1", step("caseworker1", reference, "CloseCase")).get("retentionWords").get("value").asText())
                .startsWith("The file is kept for 6 years from the day of closing")
                .contains("MOPAC's own period is not confirmed: check before relying on this.");
    }

    @Test
    void on_its_last_day_a_case_is_kept_and_on_the_day_after_it_is_gone() throws Exception {
        String reference = closed("A35");
        String other = closed("A35");
        LocalDate last = cases.get(reference).keepUntil();
        // both cases began at ten that morning; by the next one every letter of the first is due
        today(now.today().plusDays(1));
        outbox.trySendNow();
        assertThat(filesOf(reference)).isNotEmpty();

        today(last);
        assertThat(disposal.disposeOfWhatIsDue()).doesNotContain(reference);
        today(last.plusDays(1));
        holds.set(other, "A claim was announced", "manager");
        assertThat(disposal.dueBy(last)).filteredOn(due -> due.reference().equals(reference))
                .singleElement()
                .satisfies(due -> assertThat(due.keptBecause()).isEmpty());
        assertThat(disposal.disposeOfWhatIsDue()).contains(reference).doesNotContain(other);
        disposal.sweep();

        assertThat(cases.find(reference)).isEmpty();
        assertThat(cases.find(other)).isPresent();
        assertThat(filesOf(reference)).isEmpty();
        assertThat(filesOf(other)).isNotEmpty();
        assertThat(tables.queryForMap("select path, keep_until from app.disposed_case where reference = ?", reference))
                .containsEntry("path", "OLD_RULES")
                .containsEntry("keep_until", java.sql.Date.valueOf(last));
        assertThat(acts.of(reference)).extracting("action").startsWith("DISPOSED_CASE", "CLOSED_CASE").contains("OPENED_CASE");
        assertThat(acts.of(reference).subList(1, acts.of(reference).size()))
                .allSatisfy(act -> assertThat(new Object[] {act.summary(), act.ground(), act.details()}).containsOnlyNulls());
        assertThat(acts.firstBrokenAct()).isEmpty();
        assertThat(inTheEngine(reference)).isEmpty();
        assertThat(inTheEngine(other)).isNotEmpty();
        assertThat(disposal.disposeOfWhatIsDue()).as("a second night").doesNotContain(reference, other);
        assertThat(desk.get("manager", address(reference)).status()).isEqualTo(404);
    }

    @Test
    void a_hold_beats_the_day_until_it_is_lifted_and_both_stay_on_record() {
        String reference = closed("A35");
        outbox.trySendNow();
        holds.set(reference, "A judicial review was announced", "manager");
        assertThatThrownBy(() -> holds.set(reference, "Again", "manager")).isInstanceOf(HoldRefused.class);
        today(cases.get(reference).keepUntil().plusDays(400));
        assertThat(disposal.disposeOfWhatIsDue()).doesNotContain(reference);
        assertThat(disposal.dueBy(now.today()))
                .filteredOn(due -> due.reference().equals(reference))
                .singleElement()
                .satisfies(due -> assertThat(due.keptBecause()).containsExactly("Legal hold"));

        assertThatThrownBy(() -> holds.lift(reference, " ", "manager")).isInstanceOf(HoldRefused.class);
        holds.lift(reference, "The claim was dropped", "manager");
        assertThatThrownBy(() -> holds.lift(reference, "Again", "manager")).isInstanceOf(HoldRefused.class);
        assertThat(acts.of(reference)).extracting("action").startsWith("LIFTED_LEGAL_HOLD", "SET_LEGAL_HOLD");
        assertThat(disposal.disposeOfWhatIsDue()).contains(reference);
        assertThat(tables.queryForObject("select count(*) from app.legal_hold where case_reference = ?", Long.class, reference))
                .isZero();
    }

    @Test
    void a_case_whose_recommendation_waits_for_its_reply_or_whose_letter_has_not_gone_out_is_kept() {
        String reference = workTo("RecordReply", "A01");
        work(reference, facts("A01"), "RecordReply");
        for (String step : List.of("RecordLearning", "CloseCase")) {
            if (waiting(reference).contains(step)) {
                complete(step.equals("CloseCase") ? "caseworker1" : "manager", reference, step,
                        step.equals("CloseCase") ? Map.of("centurionUpdated", true) : Map.of("toGovernanceMeeting", false));
            }
        }
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        today(cases.get(reference).keepUntil().plusDays(1));

        assertThat(disposal.disposeOfWhatIsDue()).doesNotContain(reference);
        assertThat(disposal.dueBy(now.today()))
                .filteredOn(due -> due.reference().equals(reference))
                .singleElement()
                .satisfies(due -> assertThat(due.keptBecause())
                        .contains("The force has not answered recommendation 1", "A procedure of the case is still under way",
                                "A letter has not gone out yet"));
    }

    @Test
    void the_engines_clean_up_has_its_window_and_follows_our_decision_on_keeping() {
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
        assertThat(tables.queryForObject(
                        "select count(*) from act_re_procdef where key_ not like 'DoorCheck%' and (history_ttl_ is null or history_ttl_ < 2191)",
                        Long.class))
                .as("diagrams that would let the engine forget a case before its day")
                .isZero();
        String open = workTo("ConfirmFacts", "A02");
        assertThat(removalTimes(open)).containsOnlyNulls();

        String reference = closed("A35");
        Date until = Date.from(now.endOf(cases.get(reference).keepUntil()));
        assertThat(removalTimes(reference)).isNotEmpty().containsOnly(until);

        holds.set(reference, "A claim was announced", "manager");
        batches();
        assertThat(removalTimes(reference)).containsOnlyNulls();
        holds.lift(reference, "The claim was dropped", "manager");
        batches();
        assertThat(removalTimes(reference)).containsOnly(until);
    }

    @Test
    void a_letter_cannot_be_deleted_before_its_case_is_disposed_of() {
        String reference = closed("A35");

        assertThatThrownBy(() -> tables.update(
                        "delete from app.letter_copy where letter_id in (select id from app.letter where case_reference = ?)", reference))
                .rootCause()
                .hasMessageContaining("frozen");
        assertThatThrownBy(() -> tables.update("delete from app.letter where case_reference = ?", reference))
                .rootCause()
                .hasMessageMatching("(?s).*(cannot be deleted|violates foreign key).*");
    }

    private String closed(String id) {
        String reference = apply(application(id));
        work(reference, facts(id));
        assertThat(file(reference).get("state").asText()).isEqualTo("CLOSED");
        return reference;
    }

    private List<Path> filesOf(String reference) throws Exception {
        try (var files = Files.walk(data.resolve("outbox"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(reference.replace('/', '-'))).toList();
        }
    }

    private List<String> inTheEngine(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }

    private List<Date> removalTimes(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(HistoricProcessInstance::getRemovalTime)
                .map(time -> time == null ? null : new Date(time.getTime()))
                .toList();
    }

    /** Lets the engine's batches run, as the job executor would. */
    private void batches() {
        desk.letTheEngineWork();
        for (Batch batch : jobs.createBatchQuery().list()) {
            for (Job job : jobs.createJobQuery().jobDefinitionId(batch.getMonitorJobDefinitionId()).list()) {
                jobs.executeJob(job.getId());
            }
        }
    }
}
