package org.redress.clock;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClockRuleChanges extends JpaRepository<ClockRuleChange, Long> {

    List<ClockRuleChange> findAllByOrderByChangedAtDescIdDesc();
}
