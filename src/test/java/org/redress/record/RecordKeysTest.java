package org.redress.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that holds the key of the record. */
class RecordKeysTest {

    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void the_first_start_makes_a_key_for_its_owner_alone_and_every_other_start_uses_it() throws IOException {
        Path file = folder.resolve("deeper").resolve("record.key");
        RecordKeys made = RecordKeys.readOrMake(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(RecordKeys.readOrMake(file).seal(HASH)).isEqualTo(made.seal(HASH)).matches("[0-9a-f]{64}");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_last_key_seals_and_the_earlier_ones_still_prove() throws IOException {
        RecordKeys before = RecordKeys.readOrMake(folder.resolve("record.key"));
        String old = Files.readString(folder.resolve("record.key"));
        RecordKeys both = RecordKeys.read(Files.write(
                folder.resolve("both.key"), List.of("# changed in March", old.strip(), "", "second " + "cd".repeat(32))));

        assertThat(both.current()).isEqualTo("second");
        assertThat(both.fits(before.current(), HASH, before.seal(HASH))).isTrue();
        assertThat(both.fits("second", HASH, before.seal(HASH))).isFalse();
        assertThat(both.fits("second", HASH, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "first\n", "first 1234\n", "first lost\n"})
    void a_file_that_holds_no_key_is_refused_in_words_that_do_not_repeat_it(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("record.key"), content);

        assertThatThrownBy(() -> RecordKeys.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("from your safe copy")
                .hasMessageNotContaining("1234");
    }

    @Test
    void where_no_key_can_be_made_the_house_does_not_start_and_says_what_to_do() throws IOException {
        Path taken = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> new RecordConfiguration().recordKeys("", taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("redress.record.key-file");
        assertThat(RecordKeys.read(folder.resolve("nowhere")).any()).isFalse();
    }
}
