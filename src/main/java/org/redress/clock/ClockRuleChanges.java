package org.redress.clock;

import org.springframework.data.jpa.repository.JpaRepository;

interface ClockRuleChanges extends JpaRepository<ClockRuleChange, Long> {
}
