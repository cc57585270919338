package org.redress.clock;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface BankHolidayReadings extends JpaRepository<BankHolidayReading, Long> {

    List<BankHolidayReading> findFirst20ByOrderByReadAtDescIdDesc();
}
