package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A few large files together must not bring the program down. */
class UploadRoomTest {

    private static final long MB = 1024 * 1024;

    @Test
    void of_eight_files_of_98_mb_in_a_heap_of_700_mb_one_gets_in_and_seven_are_told_to_come_back() {
        UploadRoom room = new UploadRoom(700 * MB / 4);
        try (UploadRoom.Share first = room.take("first.mp4", 98 * MB)) {
            assertThat(first).isNotNull();
            for (int i = 0; i < 7; i++) {
                assertThatThrownBy(() -> room.take("next.mp4", 98 * MB))
                        .isInstanceOf(UploadsBusy.class)
                        .hasMessageContaining("next.mp4")
                        .hasMessageContaining("Try again in a minute");
            }
            assertThatCode(() -> room.take("letter.pdf", MB).close()).as("small ones still get in").doesNotThrowAnyException();
        }
        assertThatCode(() -> room.take("next.mp4", 98 * MB)).doesNotThrowAnyException();
    }

    @Test
    void a_file_larger_than_all_the_room_gets_in_alone() {
        UploadRoom room = new UploadRoom("10MB");
        try (UploadRoom.Share large = room.take("large.mp4", 98 * MB)) {
            assertThat(large).isNotNull();
            assertThatThrownBy(() -> room.take("small.txt", 1)).isInstanceOf(UploadsBusy.class);
        }
    }
}
