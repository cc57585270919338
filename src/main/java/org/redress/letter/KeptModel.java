package org.redress.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** What a letter is filled in from, as it is kept beside the letter: maps, lists and plain values. */
final class KeptModel {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private KeptModel() {}

    static String write(Record model) {
        try {
            return JSON.writeValueAsString(model);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The model " + model.getClass().getSimpleName() + " cannot be kept", broken);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String model) {
        try {
            return JSON.readValue(model, Map.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The model that was kept with a letter cannot be read", broken);
        }
    }
}
