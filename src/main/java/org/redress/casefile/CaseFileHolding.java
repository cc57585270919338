package org.redress.casefile;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the case file keeps: the case itself, its people, allegations, papers, notes and recorded answers, and who looked at it. Everything else points here. */
@Component
@Order(CaseHolding.LAST)
class CaseFileHolding extends TableHolding {

    private final JdbcTemplate jdbc;

    CaseFileHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc)
                .with("recorded_answer", "case_note", "allegation", "case_allowed", "restricted_view", "party")
                .where("document", "case_reference = ?", "content")
                .where("case_file", "reference = ?"));
        this.jdbc = jdbc;
    }

    @Override
    public void dispose(String caseReference) {
        // a later twin stays; that it was one is told by its own record
        jdbc.update("update app.case_file set possible_duplicate_of = null where possible_duplicate_of = ?", caseReference);
        emptyWhatPointsHere(caseReference);
        super.dispose(caseReference);
    }

    /** Tables that name the case and that no holding was written for: its data must not outlive it for that. */
    private void emptyWhatPointsHere(String caseReference) {
        jdbc.queryForList(
                        """
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'app' and c.column_name = 'case_reference' and t.table_type = 'BASE TABLE'
                          and c.table_name <> 'act' order by 1
                        """,
                        String.class)
                .forEach(table -> jdbc.update("delete from app." + table + " where case_reference = ?", caseReference));
    }
}
