package org.redress.clock;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseClocks extends JpaRepository<CaseClock, Long> {

    default Optional<CaseClock> at(ClockAddress address) {
        return findByCaseReferenceAndClockAndSubject(address.caseReference(), address.clock(), address.subject());
    }

    Optional<CaseClock> findByCaseReferenceAndClockAndSubject(String caseReference, ClockName clock, int subject);

    /** Only what the clock says; whoever asks a thousand times in one transaction leaves nothing behind for it to watch. */
    @Query("select c.reading from CaseClock c where c.caseReference = :caseReference and c.clock = :clock"
            + " and c.subject = :subject")
    Optional<Reading> reading(String caseReference, ClockName clock, int subject);

    @Query("select distinct c from CaseClock c left join fetch c.facts where c.caseReference = :caseReference")
    List<CaseClock> ofCase(String caseReference);

    @Query("select distinct c from CaseClock c left join fetch c.facts where c.reading.state in :states"
            + " and c.clock in :names order by c.caseReference, c.clock, c.subject")
    List<CaseClock> open(Collection<ClockName> names, Collection<ClockState> states);
}
