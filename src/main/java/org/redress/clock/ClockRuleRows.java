package org.redress.clock;

import org.springframework.data.jpa.repository.JpaRepository;

interface ClockRuleRows extends JpaRepository<ClockRuleRow, String> {
}
