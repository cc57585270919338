package org.redress.people;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConflictRepository extends Repository<ConflictEntity, Long> {

    ConflictEntity save(ConflictEntity bar);

    @Query("select c from ConflictEntity c where c.caseReference = ?1 and c.account = ?2 and c.liftedAt is null order by c.id")
    List<ConflictEntity> standing(String caseReference, String account);

    @Query("select c from ConflictEntity c where c.caseReference = ?1 and c.liftedAt is null order by c.id")
    List<ConflictEntity> standing(String caseReference);

    @Query("select distinct c.account from ConflictEntity c where c.caseReference = ?1 and c.liftedAt is null")
    List<String> accounts(String caseReference);

    @Query("select distinct c.caseReference from ConflictEntity c where c.liftedAt is null")
    List<String> hiddenCases();

    @Query("select c from ConflictEntity c where c.caseReference = ?1 and c.liftedAt is not null order by c.id")
    List<ConflictEntity> lifted(String caseReference);

    @Query("select count(c) > 0 from ConflictEntity c where c.caseReference = ?1 and c.account = ?2 and c.kind = ?3")
    boolean known(String caseReference, String account, ConflictKind kind);
}
