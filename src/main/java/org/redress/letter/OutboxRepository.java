package org.redress.letter;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface OutboxRepository extends Repository<OutboxEntry, Long> {

    /** Hibernate's word for SKIP LOCKED: what another sender holds is not waited for. */
    String SKIP_LOCKED = "-2";

    /** One row a letter, however often it is asked for. */
    @Modifying
    @Query(value = """
            insert into {h-schema}letter_outbox (letter_id, state, attempts, next_attempt_at)
            values (:letterId, 'QUEUED', 0, :now) on conflict (letter_id) do nothing""", nativeQuery = true)
    int queue(long letterId, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("""
            from OutboxEntry where state = org.redress.letter.Delivery.QUEUED and nextAttemptAt <= :now
            order by nextAttemptAt, letterId""")
    List<OutboxEntry> findDue(Instant now, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("from OutboxEntry where letterId = :letterId and state = org.redress.letter.Delivery.SENDING")
    Optional<OutboxEntry> findMarked(long letterId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("""
            from OutboxEntry where state = org.redress.letter.Delivery.SENDING and sendingSince <= :before
            order by letterId""")
    List<OutboxEntry> findLeftBehind(Instant before, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from OutboxEntry where letterId = :letterId")
    Optional<OutboxEntry> findToChange(long letterId);

    @Query("""
            from OutboxEntry where state in (org.redress.letter.Delivery.MAYBE_SENT, org.redress.letter.Delivery.FAILED,
            org.redress.letter.Delivery.ASK_FOR_ADDRESS) order by letterId""")
    List<OutboxEntry> findOwed();

    @Query("from OutboxEntry where letterId in :letterIds")
    List<OutboxEntry> findOf(Collection<Long> letterIds);

    /** The running transaction may do nothing for a while: it waits for somebody outside, and holds nothing but one letter. */
    @Query(value = "select set_config('idle_in_transaction_session_timeout', '0', true)", nativeQuery = true)
    String mayPause();
}
