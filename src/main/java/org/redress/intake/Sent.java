package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/**
 * A body as it was sent, read into its record together with everything that is wrong with it. A door first sees whether the
 * sender may come in at all, and only then asks for {@link #whole}: whoever may not learns nothing from the faults.
 *
 * @param <T> the record that says what may be in the body
 */
final class Sent<T extends Record> {

    private final JsonNode body;
    private final T said;
    private final Fields fields;

    Sent(JsonNode body, T said, Fields fields) {
        this.body = body;
        this.said = said;
        this.fields = fields;
    }

    /** @throws FieldsRefused naming every field that is wrong */
    T whole() {
        fields.refuseIfAny();
        return said;
    }

    /**
     * The body, where the door also finds nothing wrong with what only the house can know.
     *
     * @param look sees what could be read, and names further faults
     * @throws FieldsRefused naming every field that is wrong
     */
    T whole(BiConsumer<T, Wrong> look) {
        look.accept(said, fields::fault);
        return whole();
    }

    /** Names one field that turned out to be wrong only while it was acted upon. */
    FieldsRefused refused(String field, String words) {
        fields.fault(field, words);
        return new FieldsRefused(fields.faults());
    }

    /** The whole body as JSON, to tell whether the same came before. */
    String json() {
        return String.valueOf(body);
    }
}
