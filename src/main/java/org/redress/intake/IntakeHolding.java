package org.redress.intake;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keys of repeated posts: the digest of what somebody sent goes with their case. */
@Component
@Order(CaseHolding.EARLY)
class IntakeHolding implements CaseHolding {

    private final CaseTables tables;

    IntakeHolding(JdbcTemplate jdbc) {
        tables = new CaseTables(jdbc).with("idempotency_key");
    }

    @Override
    public void dispose(String caseReference) {
        tables.dispose(caseReference);
    }
}
