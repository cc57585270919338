package org.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Inputs that people of this work ran into with other systems, with their details replaced; each was met and must not be met again. */
public final class FieldCase {

    private FieldCase() {}

    /** What came in, of the case of this name. */
    public static JsonNode input(String name) {
        try (InputStream file = FieldCase.class.getResourceAsStream("/field/" + name + ".json")) {
            return new ObjectMapper().readTree(file).get("input");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
