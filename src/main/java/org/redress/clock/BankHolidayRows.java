package org.redress.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BankHolidayRows extends JpaRepository<BankHolidayRow, Long> {

    /** A day and its name, read past the session's cache: another transaction may have changed the table meanwhile. */
    record Named(LocalDate day, String title, boolean verified) {
    }

    @Query("select new org.redress.clock.BankHolidayRows$Named(b.day, b.title, b.verified) from BankHolidayRow b"
            + " where b.withdrawnAt is null and b.division = :division")
    List<Named> counting(Division division);

    Optional<BankHolidayRow> findByDivisionAndDayAndWithdrawnAtIsNull(Division division, LocalDate day);

    List<BankHolidayRow> findByDivisionOrderByDayAscIdAsc(Division division);

    List<BankHolidayRow> findAllByOrderByDayAscIdAsc();
}
