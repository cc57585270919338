package org.redress.intake;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keys of repeated posts: the digest of what somebody sent goes with their case. */
@Component
@Order(CaseHolding.EARLY)
class IntakeHolding extends TableHolding {

    IntakeHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc).with("idempotency_key"));
    }
}
