package org.redress.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * Questions for a day as Tasklist shows them: as text. The date field that Tasklist brings turns 31/02/2026 into 3 March, reads
 * 03/11 by the language of the browser, and shows the day before wherever the machine's clock is behind London's. As text a day
 * stays as it was typed, and {@link org.redress.kernel.WrittenDay} reads it here. The form on file stays as its owner drew it.
 */
final class DayFields {

    /** How the fields are told apart from other text, by {@code redress-days.js}. */
    static final String ID_ENDS = "-day";

    private static final String EXAMPLE = "For example 27 March 2026 or 27/3/2026.";
    private static final int LONGEST = 40;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AS_THEY_ARE = List.of("key", "layout", "conditional", "readonly", "disabled", "properties");

    private DayFields() {}

    /** A deployed form as Tasklist shows it; what is no form of this kind stays as it is. */
    static byte[] asText(byte[] form) {
        try {
            JsonNode read = JSON.readTree(form);
            return read != null && read.isObject() && inside((ObjectNode) read) ? JSON.writeValueAsBytes(read) : form;
        } catch (IOException noForm) {
            return form;
        }
    }

    /** Whether anything was changed. */
    private static boolean inside(ObjectNode holder) {
        boolean changed = false;
        if (holder.get("components") instanceof ArrayNode components) {
            for (int i = 0; i < components.size(); i++) {
                JsonNode component = components.get(i);
                if (asksForDay(component)) {
                    components.set(i, text(component));
                    changed = true;
                } else if (component instanceof ObjectNode group) {
                    changed |= inside(group);
                }
            }
        }
        return changed;
    }

    private static boolean asksForDay(JsonNode component) {
        return component.path("type").asText().equals("datetime") && component.path("subtype").asText("date").equals("date");
    }

    private static ObjectNode text(JsonNode day) {
        ObjectNode text = JSON.createObjectNode().put("type", "textfield");
        AS_THEY_ARE.stream().filter(day::has).forEach(name -> text.set(name, day.get(name)));
        text.put("id", day.path("id").asText(day.path("key").asText()) + ID_ENDS);
        text.put("label", day.path(day.has("dateLabel") ? "dateLabel" : "label").asText());
        String help = day.path("description").asText();
        text.put("description", help.isEmpty() ? EXAMPLE : help.startsWith("=") ? help : help + " " + EXAMPLE);
        text.putObject("validate")
                .put("required", day.path("validate").path("required").asBoolean())
                .put("maxLength", LONGEST);
        return text;
    }
}
