package org.redress.models;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The closed doors of a form: fields that the house checks, and words that are only words. */
final class FormDoors {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> COMPONENTS = Set.of(
            "text", "group", "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "separator", "spacer");
    private static final Pattern HTML = Pattern.compile("(?i)<\\s*/?\\s*[a-z!]");
    private static final Pattern LINK = Pattern.compile("(?i)(?:^|\\]\\(<?|\\]:<?|<)(?:javascript|vbscript|data|file):");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(?!\\s*[A-Za-z]\\w*\\s*}})");

    private final Sheet sheet;

    FormDoors(Sheet sheet) {
        this.sheet = sheet;
    }

    void check(byte[] content) {
        JsonNode form;
        try {
            form = JSON.readTree(content);
        } catch (JsonProcessingException broken) {
            sheet.add(GateRule.FILE_UNREADABLE, "it is no well-formed form: " + Finding.quote(broken.getOriginalMessage()) + ".");
            return;
        } catch (IOException broken) {
            sheet.add(GateRule.FILE_UNREADABLE, "it cannot be read.");
            return;
        }
        if (form == null || !form.isObject() || !form.path("components").isArray()) {
            sheet.add(GateRule.FILE_DISGUISE, "it is no form: it has no list of components.");
            return;
        }
        components(form.path("components"));
        words(form, form.path("id").asText(null), form.path("id").asText(null));
    }

    private void components(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                sheet.add(GateRule.FORM_COMPONENT, label(component, null), component.path("id").asText(null),
                        "a component of type “" + Finding.quote(type) + "” is not used here.", GateRule.FORM_COMPONENT.remedy());
            }
            components(component.path("components"));
        }
    }

    private void words(JsonNode node, String label, String id) {
        String here = label(node, label);
        String hereId = node.path("id").isTextual() ? Finding.quote(node.path("id").asText()) : id;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (property.getValue().isTextual()) {
                text(property.getValue().asText(), here, hereId);
            }
            words(property.getValue(), here, hereId);
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (item.isTextual()) {
                    text(item.asText(), here, hereId);
                }
                words(item, here, hereId);
            }
        }
    }

    private static String label(JsonNode component, String otherwise) {
        for (String property : new String[] {"label", "dateLabel", "text"}) {
            if (!component.path(property).asText().isBlank()) {
                return Finding.quote(component.path(property).asText());
            }
        }
        return otherwise;
    }

    private void text(String text, String label, String id) {
        String because = null;
        if (text.startsWith("=")) {
            because = Feel.reachesOut(text) ? "defines a function" : null;
        } else if (HTML.matcher(text).find()) {
            because = "holds HTML";
        } else if (isLink(text)) {
            because = "holds a link that acts";
        }
        if (because == null && TEMPLATE.matcher(text).find()) {
            because = "computes in double braces";
        }
        if (because == null && Expressions.isIn(text)) {
            because = "holds an expression";
        }
        if (because != null) {
            sheet.add(GateRule.FORM_CODE, label, id, "“" + Finding.quote(text) + "” " + because + ".", GateRule.FORM_CODE.remedy());
        }
    }

    /** A scheme at the beginning, or behind what begins a link's target; the words "data:" in a sentence are only words. */
    private static boolean isLink(String text) {
        String tight = INVISIBLE.matcher(text.replace("&colon;", ":").replace("&#58;", ":")).replaceAll("");
        return LINK.matcher(tight).find();
    }
}
