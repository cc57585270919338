package org.redress.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts on record what somebody tried and was refused. Bounded, so that nobody can flood the record: the same thing of the
 * same person once an hour, and at most {@value #MOST_AN_HOUR} things of one person an hour; what is beyond is in the log.
 */
@Service
public class RefusedActs {

    /** How many refusals of one person go on record in one hour, on one node. */
    public static final int MOST_AN_HOUR = 30;

    private static final Logger log = LoggerFactory.getLogger(RefusedActs.class);

    private final ActRecord acts;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final ConcurrentHashMap<String, Set<String>> thisHour = new ConcurrentHashMap<>();
    private volatile Instant hour = Instant.EPOCH;

    RefusedActs(ActRecord acts, Clock clock, PlatformTransactionManager transactions) {
        this.acts = acts;
        this.clock = clock;
        // the refused act's own transaction is about to be undone
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Notes a refusal. The answer to the person never depends on whether that succeeds.
     *
     * @param caseReference the case, or null where none is meant
     * @param person the account that tried
     * @param what what was tried, in words and codes of ours, never in words of the person
     */
    public void note(String caseReference, String person, String what) {
        Set<String> known = knownThisHour(person);
        boolean first = known.size() < MOST_AN_HOUR && known.add(caseReference + " " + what);
        if (!first) {
            return;
        }
        try {
            ownTransaction.executeWithoutResult(transaction -> {
                acts.append(Act.of(caseReference, person, "REFUSED_ACT", "Refused: " + what));
                if (known.size() == MOST_AN_HOUR) {
                    acts.append(Act.of(null, person, "REFUSED_MANY",
                            "Further refusals of this account in this hour are in the log only"));
                }
            });
        } catch (RuntimeException notKept) {
            log.error("A refusal to {} could not be put on record: {}", person, what, notKept);
        }
    }

    private Set<String> knownThisHour(String person) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            thisHour.clear();
        }
        return thisHour.computeIfAbsent(person, nobody -> ConcurrentHashMap.newKeySet());
    }
}
