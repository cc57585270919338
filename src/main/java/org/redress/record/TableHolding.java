package org.redress.record;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of the house whose knowledge of a case is rows in tables of its own. */
public abstract class TableHolding implements CaseHolding {

    private final CaseTables tables;

    protected TableHolding(CaseTables tables) {
        this.tables = tables;
    }

    @Override
    public Set<String> tables() {
        return tables.names();
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows(String caseReference) {
        return tables.rows(caseReference);
    }

    @Override
    public void dispose(String caseReference) {
        tables.dispose(caseReference);
    }
}
