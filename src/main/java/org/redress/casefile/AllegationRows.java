package org.redress.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AllegationRows extends JpaRepository<Allegation, Long> {

    @Query(
            "select a from Allegation a where a.caseReference = :reference and a.replaced = false order by a.number")
    List<Allegation> current(String reference);
}
