package org.redress.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AllocationRepository extends Repository<AllocationEntity, Long> {

    /** Cases in hand of one account. */
    record Count(String account, long cases) {}

    AllocationEntity saveAndFlush(AllocationEntity allocation);

    @Query("select a from AllocationEntity a where a.caseReference = ?1 and a.releasedAt is null")
    Optional<AllocationEntity> standing(String caseReference);

    @Query("select a from AllocationEntity a where a.account = ?1 and a.releasedAt is null order by a.caseReference")
    List<AllocationEntity> heldBy(String account);

    @Query("select a from AllocationEntity a where a.caseReference = ?1 order by a.id")
    List<AllocationEntity> history(String caseReference);

    @Query("select new org.redress.people.AllocationRepository$Count(a.account, count(a)) from AllocationEntity a"
            + " where a.releasedAt is null group by a.account")
    List<Count> inHand();
}
