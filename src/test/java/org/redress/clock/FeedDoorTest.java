package org.redress.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.clock.FeedRejectedException.Reason;

/** The door through which a list comes, against a real server. */
class FeedDoorTest {

    private final FeedServer server = new FeedServer();
    private final CountDownLatch over = new CountDownLatch(1);
    private final FeedDoor door = new FeedDoor(Duration.ofSeconds(20));
    private final FeedDoor hasty = new FeedDoor(Duration.ofSeconds(1));

    @AfterEach
    void close() {
        over.countDown();
        server.close();
    }

    @Test
    void a_list_is_read_as_it_was_sent() {
        server.answers("New Year’s Day");
        assertThat(door.read(server.address())).isEqualTo("New Year’s Day");
    }

    @Test
    void an_address_that_has_moved_is_followed() {
        server.answers("the list");
        assertThat(door.read(server.movedAddress())).isEqualTo("the list");
    }

    @Test
    void nothing_is_for_whoever_reads_it_to_judge() {
        server.answers("");
        assertThat(door.read(server.address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 500, 503})
    void anything_but_a_list_is_said_with_its_number(int status) {
        server.answers(status, "");
        refuses(door, server.address(), Reason.NOT_FETCHED, "The address answered with " + status + " instead of a list.");
    }

    @Test
    void ten_megabytes_are_not_read_to_their_end() {
        server.answers("x".repeat(10_000_000));
        refuses(door, server.address(), Reason.TOO_BIG, "More than a million characters came");
    }

    @Test
    void a_million_characters_are_still_read() {
        server.answers("x".repeat(HolidayFeed.LONGEST));
        assertThat(door.read(server.address())).hasSize(HolidayFeed.LONGEST);
        server.answers("x".repeat(HolidayFeed.LONGEST + 1));
        refuses(door, server.address(), Reason.TOO_BIG, "More than a million characters came");
    }

    @Test
    void a_server_that_never_answers_is_not_waited_for() {
        server.answers(exchange -> await());
        refuses(hasty, server.address(), Reason.NOT_FETCHED, "");
    }

    @Test
    void nor_one_that_begins_and_never_ends() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
        refuses(hasty, server.address(), Reason.NOT_FETCHED, "The list did not come within 1 second.");
    }

    @Test
    void a_list_that_breaks_off_is_none() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IllegalStateException("The server breaks down");
        });
        refuses(door, server.address(), Reason.NOT_FETCHED, "The address could not be reached.");
    }

    @Test
    void nobody_at_the_address_is_said() {
        String address = server.address();
        server.close();
        refuses(door, address, Reason.NOT_FETCHED, "The address could not be reached.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "file:///etc/passwd", "http://", "ftp://localhost/list", "http://a b"})
    void what_is_no_address_of_the_web_is_said(String address) {
        refuses(door, address, Reason.NOT_FETCHED, "The address that is set is not one of the web.");
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuses(FeedDoor door, String address, Reason reason, String words) {
        assertThatThrownBy(() -> door.read(address)).isInstanceOfSatisfying(FeedRejectedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused).hasMessageContaining(words).hasMessageEndingWith("Nothing was changed.");
        });
    }
}
