package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.testing.Desk;

/** Of several who complete one task at once one does, and the others hear who was first. */
class OneTaskManyHandsIT extends AtTheDesk {

    @Test
    void one_completes_the_task_the_others_hear_who_and_when_and_there_is_one_letter() throws Exception {
        JsonNode input = json.readTree(getClass().getResource("/field/C19-two-complete-one-task.json")).get("input");
        String reference = apply(application("A01"));
        Desk.Waiting task = step("caseworker1", reference, "AcknowledgeApplication");
        List<CompletableFuture<Desk.Answer>> hands = IntStream.range(0, input.get("requests").asInt())
                .mapToObj(hand -> CompletableFuture.supplyAsync(() ->
                        desk.submit(hand % 2 == 0 ? "caseworker1" : "caseworker2", task, Map.of("letterChecked", true))))
                .toList();
        List<Desk.Answer> answers = hands.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 204)).allSatisfy(late -> {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body().get("message").asText()).containsPattern("caseworker[12] completed this step").containsPattern("\\d{4}");
        });
        desk.letTheEngineWork();
        assertThat(letters(reference).stream().filter(letter -> letter.startsWith("N1 "))).hasSize(1);
    }
}
