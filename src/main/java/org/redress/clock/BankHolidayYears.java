package org.redress.clock;

import org.springframework.data.jpa.repository.JpaRepository;

interface BankHolidayYears extends JpaRepository<BankHolidayYear, BankHolidayYear.Key> {
}
