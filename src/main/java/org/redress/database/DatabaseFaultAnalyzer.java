package org.redress.database;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines why nothing could be started: the database was not to be had. */
class DatabaseFaultAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException cause) {
        return DatabaseFault.in(cause)
                .map(fault -> new FailureAnalysis(
                        "The database " + fault.state() + ": " + cause.getMessage(),
                        "Mend that, or check spring.datasource.url and what lies between; then start Redress again.",
                        cause))
                .orElse(null);
    }
}
