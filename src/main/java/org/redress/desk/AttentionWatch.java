package org.redress.desk;

import java.util.concurrent.atomic.AtomicInteger;
import org.redress.database.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes round all cases and looks at what needs attention. One node does it at a time; one bad case holds up no other. */
@Component
public class AttentionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AttentionWatch.class);

    private final Attention attention;
    private final LettersOnTheirWay lettersOnTheirWay;
    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final TransactionTemplate round;
    private final TransactionTemplate ownTransaction;

    AttentionWatch(
            Attention attention, LettersOnTheirWay lettersOnTheirWay, JdbcTemplate jdbc, Locks locks, PlatformTransactionManager transactions) {
        this.attention = attention;
        this.lettersOnTheirWay = lettersOnTheirWay;
        this.jdbc = jdbc;
        this.locks = locks;
        round = new TransactionTemplate(transactions);
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Goes round once.
     *
     * @return how many cases were looked at; 0 where another node is going round at this moment
     */
    public int goRound() {
        Integer looked = round.execute(status -> {
            // it does nothing itself while the cases are looked at, each in a transaction of its own, and holds up nobody
            jdbc.execute("set local idle_in_transaction_session_timeout = 0");
            return locks.takeIfFree("the round of attention") ? lookAtAll() : 0;
        });
        return looked == null ? 0 : looked;
    }

    private int lookAtAll() {
        AtomicInteger looked = new AtomicInteger();
        lettersOnTheirWay.catchUp();
        for (String caseReference : attention.watched()) {
            try {
                ownTransaction.executeWithoutResult(status -> attention.look(caseReference));
                looked.incrementAndGet();
            } catch (RuntimeException broken) {
                LOG.error("What needs attention about {} could not be found out; the next round tries again", caseReference, broken);
            }
        }
        return looked.get();
    }
}
