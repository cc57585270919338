package org.redress.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines, and not in a page of stack, why a second start on one data folder goes no further. */
class DataFolderTakenAnalyzer extends AbstractFailureAnalyzer<DataFolderTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataFolderTaken taken) {
        return new FailureAnalysis(
                taken.getMessage() + " It goes on working.",
                "Use the one that runs, or stop it first. To run a second one beside it, give it a folder and a port of its own:"
                        + " --redress.data-dir=" + taken.folder().resolveSibling("data2") + " --server.port=8081",
                taken);
    }
}
