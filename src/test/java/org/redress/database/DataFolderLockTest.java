package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_belongs_to_one_at_a_time_and_the_second_hears_to_whom() throws IOException {
        DataDirectory directory = new DataDirectory(folder);
        try (DataFolderLock first = DataFolderLock.take(directory)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataFolderLock.take(directory))
                    .isInstanceOf(DataFolderTaken.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        try (DataFolderLock again = DataFolderLock.take(directory)) {
            assertThat(again).as("given back").isNotNull();
        }
    }

    @Test
    void what_an_ended_process_left_in_the_file_keeps_nobody_out() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("postgres")).resolve("redress.lock"), "123456789");

        try (DataFolderLock lock = DataFolderLock.take(new DataDirectory(folder))) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void whoever_starts_a_second_time_is_told_what_to_do() {
        var said = new DataFolderTakenAnalyzer().analyze(new IllegalStateException(new DataFolderTaken(folder, "4711")));

        assertThat(said.getDescription()).contains("process 4711", "goes on working");
        assertThat(said.getAction()).contains("stop it first", "--redress.data-dir=", "--server.port=");
    }
}
