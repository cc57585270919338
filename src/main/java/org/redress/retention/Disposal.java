package org.redress.retention;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.CasePath;
import org.redress.clock.Now;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.CaseHolding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Disposes of cases whose day has passed: everything goes but the reference, the dates and the outcome. A hold, an open
 * step or a letter on its way beats the day.
 */
@Service
public class Disposal {

    private static final Logger log = LoggerFactory.getLogger(Disposal.class);

    private final JdbcTemplate jdbc;
    private final ObjectProvider<CaseHolding> holdings;
    private final ActRecord acts;
    private final Now now;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Disposal(
            JdbcTemplate jdbc,
            ObjectProvider<CaseHolding> holdings,
            ActRecord acts,
            Now now,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.acts = acts;
        this.now = now;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A closed case and its last day.
     *
     * @param keepUntil the last day on which it is kept
     * @param keptBecause what stands against its disposal, in words; empty where nothing does
     */
    public record Due(String reference, CasePath path, Instant closedAt, LocalDate keepUntil, List<String> keptBecause) {}

    /** Closed cases whose last day is no later than the given day, the earliest first. */
    @Transactional(readOnly = true)
    public List<Due> dueBy(LocalDate day) {
        return jdbc.query(
                """
                select reference, path, closed_at, keep_until from app.case_file
                where state = 'CLOSED' and keep_until <= ? order by keep_until, reference
                """,
                (row, i) -> new Due(
                        row.getString("reference"),
                        new CasePath(row.getString("path")),
                        row.getTimestamp("closed_at").toInstant(),
                        row.getDate("keep_until").toLocalDate(),
                        keptBecause(row.getString("reference"))),
                Date.valueOf(day));
    }

    /** Disposes of what is due, in the night. Nodes share the work: a case that another node holds is passed over. */
    @Scheduled(cron = "${redress.disposal.time:0 0 3 * * *}", zone = "Europe/London")
    public void everyNight() {
        disposeOfWhatIsDue();
        sweep();
    }

    /** @return the references of the cases that are gone */
    public List<String> disposeOfWhatIsDue() {
        List<String> gone = new ArrayList<>();
        // the last day is over when the next begins
        for (Due due : dueBy(now.today().minusDays(1))) {
            if (!due.keptBecause().isEmpty()) {
                continue;
            }
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> dispose(due.reference())))) {
                    gone.add(due.reference());
                }
            } catch (RuntimeException failed) {
                log.error("Case {} is due for disposal and could not be disposed of", due.reference(), failed);
            }
        }
        if (!gone.isEmpty()) {
            log.info("{} cases were disposed of", gone.size());
        }
        return gone;
    }

    /** Clears what lies outside the database on this node, of cases that any node disposed of. */
    public void sweep() {
        List<String> disposed = jdbc.queryForList("select reference from app.disposed_case", String.class);
        holdings.forEach(holding -> holding.sweep(disposed));
    }

    private boolean dispose(String reference) {
        boolean ours = !jdbc.queryForList(
                        """
                        select reference from app.case_file
                        where reference = ? and state = 'CLOSED' and keep_until < ? for update skip locked
                        """,
                        String.class,
                        reference,
                        Date.valueOf(now.today()))
                .isEmpty();
        if (!ours || !keptBecause(reference).isEmpty()) {
            return false;
        }
        jdbc.update(
                """
                insert into app.disposed_case (reference, received_at, opened_at, closed_at, path, keep_until, disposed_at)
                select reference, received_at, opened_at, closed_at, path, keep_until, ? from app.case_file where reference = ?
                """,
                Timestamp.from(clock.instant()),
                reference);
        holdings.orderedStream().forEach(holding -> holding.dispose(reference));
        nothingIsLeft(reference);
        acts.empty(reference);
        acts.append(Act.of(reference, "redress", "DISPOSED_CASE",
                "File disposed of. Reference, dates and outcome are kept"));
        return true;
    }

    /** What was left behind must stop the disposal, not outlive it unseen. */
    private void nothingIsLeft(String reference) {
        List<String> tables = jdbc.queryForList(
                """
                select table_name from information_schema.columns
                where table_schema = 'app' and column_name = 'case_reference' and table_name <> 'act' order by 1
                """,
                String.class);
        for (String table : tables) {
            Long left = jdbc.queryForObject(
                    "select count(*) from app." + table + " where case_reference = ?", Long.class, reference);
            if (left != null && left > 0) {
                throw new IllegalStateException("The table " + table + " still holds rows of the case: no CaseHolding gives them up");
            }
        }
    }

    private List<String> keptBecause(String reference) {
        return holdings.orderedStream()
                .map(holding -> holding.stillNeeded(reference))
                .flatMap(Optional::stream)
                .toList();
    }
}
