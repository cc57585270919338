package org.redress.retention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.clock.CaseLedger;
import org.redress.record.CaseHolding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The clocks of a case. The clock module knows no record, so it is asked from here. */
@Component
@Order(CaseHolding.EARLY)
class ClockHolding implements CaseHolding {

    private final CaseLedger ledger;

    ClockHolding(CaseLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<String> tables() {
        return ledger.tables();
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        return ledger.rows(caseReference);
    }

    @Override
    public void dispose(String caseReference) {
        ledger.dispose(caseReference);
    }
}
