package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Desk;
import org.redress.testing.RunningJar;

class KillAndRestartIT {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void killed_in_the_middle_it_starts_again_by_itself_nothing_acknowledged_is_lost_and_no_letter_leaves_twice(
            @TempDir Path data, @TempDir Path files) throws Exception {
        try (LetterCutOff letter = new LetterCutOff(json)) {
            String[] settings = Stream.concat(letter.settings(), Stream.of(LargeUploads.HEAP)).toArray(String[]::new);
            Map<String, String> acknowledged;
            try (RunningJar first = RunningJar.start(data, settings)) {
                letter.isHalfSentBy(first);
                acknowledged = applyUntilKilled(first);
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(10);

            try (RunningJar second = RunningJar.start(data, settings)) {
                assertThat(RunningJar.refusal(data))
                        .as("started once more by mistake")
                        .contains("works with the data folder " + data + " already", "--redress.data-dir=");
                areAllThere(acknowledged, new Desk(second.port(), json, null));
                letter.isOwedWhen(second);
                String reference = acknowledged.values().iterator().next();
                new LargeUploads(second, reference, files).areTakenOrToldToComeBack();
                new DatabaseTroubles(second, data, reference).all();
                assertThat(second.stop()).isLessThan(Duration.ofSeconds(30));
            }
        }
    }

    private void areAllThere(Map<String, String> acknowledged, Desk desk) {
        for (Map.Entry<String, String> entry : acknowledged.entrySet()) {
            String reference = entry.getValue();
            assertThat(desk.caseFile(reference).get("state").asText()).isEqualTo("OPEN");
            assertThat(desk.waiting("caseworker1", reference))
                    .as("the one step of %s", reference)
                    .extracting(Desk.Waiting::step)
                    .containsExactly("AcknowledgeApplication");
            // a sender that got no answer sends again: the same key opens no second case
            Desk.Answer again = desk.post(
                    "intake", "/api/applications", application(entry.getKey()), Map.of("Idempotency-Key", entry.getKey()));
            assertThat(again.body().get("reference").asText()).isEqualTo(reference);
        }
        JsonNode definitions = desk.get("owner", "/engine-rest/process-definition?key=StatutoryReview").body();
        assertThat(definitions).as("an unchanged model gets no new version").hasSize(1);
    }

    private Map<String, String> applyUntilKilled(RunningJar running) throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(10);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            senders.submit(() -> {
                Desk desk = new Desk(running.port(), json, null);
                while (!Thread.currentThread().isInterrupted()) {
                    String key = "key-" + next.incrementAndGet();
                    Desk.Answer answer =
                            desk.post("intake", "/api/applications", application(key), Map.of("Idempotency-Key", key));
                    if (answer.status() == 201) {
                        acknowledged.put(key, answer.body().get("reference").asText());
                        enough.countDown();
                    }
                }
                return null;
            });
        }
        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        running.kill();
        senders.shutdownNow();
        assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return acknowledged;
    }

    private ObjectNode application(String key) {
        ObjectNode application = json.createObjectNode().put("receivedAt", "2026-03-02T09:14:00Z");
        application.putObject("applicant").put("fullName", "Applicant of " + key).put("email", key + "@example.org");
        return application;
    }
}
