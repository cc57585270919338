package org.redress.casefile;

import java.sql.Date;
import java.time.LocalDate;
import org.redress.clock.Now;
import org.redress.database.DatabaseFault;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who looked at a restricted case, and who tried in vain. It is kept in a transaction of its own: looking changes nothing
 * else, and a refusal undoes everything else. The same look of the same person is told once a day, a refusal every time.
 */
@Component
class SightRecord {

    private static final Logger log = LoggerFactory.getLogger(SightRecord.class);

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final TransactionTemplate apart;
    private final Now now;

    SightRecord(JdbcTemplate jdbc, ActRecord acts, PlatformTransactionManager transactions, Now now) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void seen(String reference, String account, String what) {
        LocalDate today = now.today();
        Boolean known = jdbc.queryForObject(
                """
                select exists (select 1 from app.restricted_view
                  where case_reference = ? and account = ? and seen_on = ? and what = ?)
                """,
                Boolean.class,
                reference,
                account,
                Date.valueOf(today),
                what);
        if (!Boolean.TRUE.equals(known)) {
            apart.executeWithoutResult(status -> tell(reference, account, today, what));
        }
    }

    private void tell(String reference, String account, LocalDate today, String what) {
        int first = jdbc.update(
                "insert into app.restricted_view (case_reference, account, seen_on, what) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                reference,
                account,
                Date.valueOf(today),
                what);
        if (first == 1) {
            acts.append(Act.of(reference, account, "VIEWED_RESTRICTED_CASE", "Looked at " + what));
        }
    }

    /** Where that cannot be written, the answer must still be that of a case that does not exist. */
    void refused(String reference, String account, String what) {
        try {
            apart.executeWithoutResult(status ->
                    acts.append(Act.of(reference, account, "REFUSED_SIGHT", "Was refused the sight of " + what)));
        } catch (RuntimeException unwritten) {
            if (DatabaseFault.in(unwritten).isEmpty()) {
                throw unwritten;
            }
            log.error("{} was refused the sight of {} of {}, and that could not be put on record", account, what, reference, unwritten);
        }
    }
}
