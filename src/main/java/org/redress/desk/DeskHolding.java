package org.redress.desk;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the desk keeps of a case: triages, what was told and raised, and repeated contacts. */
@Component
@Order(CaseHolding.EARLY)
class DeskHolding extends TableHolding {

    DeskHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc).with("triage", "attention", "repeat_contact"));
    }
}
