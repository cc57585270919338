package org.redress.desk;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the desk keeps of a case: triages, what was told and raised, repeated contacts, letters that were owed, and that it waits to close. */
@Component
@Order(CaseHolding.EARLY)
class DeskHolding extends TableHolding {

    DeskHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc).with("triage", "attention", "repeat_contact", "owed_letter", "closing_case"));
    }
}
