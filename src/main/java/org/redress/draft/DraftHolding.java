package org.redress.draft;

import java.util.List;
import java.util.Map;
import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What somebody typed about a case and never handed in. It goes with the case, and is in no export: it is its author's alone. */
@Component
@Order(CaseHolding.EARLY)
class DraftHolding extends TableHolding {

    private final Drafts drafts;
    private final KeptForms forms;

    DraftHolding(JdbcTemplate jdbc, Drafts drafts, KeptForms forms) {
        super(new CaseTables(jdbc)
                .with("draft")
                // a form is kept under the path that it was sent to, and the path names the case
                .where("kept_form", "place like '%/' || replace(?, '/', '-') || '/%'"));
        this.drafts = drafts;
        this.forms = forms;
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        return Map.of();
    }

    /** Also what is too old and belongs to no case that was disposed of: nobody may come to type anything more. */
    @Override
    public void sweep(List<String> disposed) {
        drafts.forgetOld();
        forms.forgetOld();
    }
}
