package org.redress.letter;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LetterRepository extends Repository<Letter, Long> {

    Letter saveAndFlush(Letter letter);

    Optional<Letter> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Letter where id = :id")
    Optional<Letter> findToChange(long id);

    @Query("from Letter where caseReference = :caseReference and status in :statuses order by id")
    List<Letter> findOfCase(String caseReference, Collection<LetterStatus> statuses);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            from Letter where caseReference = :caseReference and purpose = :purpose
            and status = org.redress.letter.LetterStatus.DRAFT order by id""")
    List<Letter> findDraftsToChange(String caseReference, String purpose);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Letter where caseReference = :caseReference and status in :statuses order by id")
    List<Letter> findOfCaseToChange(String caseReference, Collection<LetterStatus> statuses);

    /** Lets two drafts of one case follow each other, also before the first of them exists. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtextextended('letters of ' || :caseReference, 0))",
            nativeQuery = true)
    int queueUp(String caseReference);
}
