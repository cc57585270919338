package org.redress.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PartyRows extends JpaRepository<Party, Long> {

    @Query("select p from Party p where p.caseReference = :reference and p.offFile = false order by p.id")
    List<Party> of(String reference);

    @Query(
            "select p from Party p where p.caseReference = :reference and p.role = :role and p.offFile = false order by p.id")
    List<Party> inRole(String reference, PartyRole role);
}
