package org.redress.database;

import java.nio.file.Path;

/** Somebody else works with the data folder already. */
final class DataFolderTaken extends RuntimeException {

    private final Path folder;

    /** @param process the number of the process that works with it, as it wrote it down */
    DataFolderTaken(Path folder, String process) {
        super("Redress works with the data folder " + folder + " already, as process " + process + ".");
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}
