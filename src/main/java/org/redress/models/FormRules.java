package org.redress.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The house rules of a form, made for the form-js 1.8 inside Tasklist 7.24. Each fault names the field and says what to do. */
final class FormRules {

    /** What a form may show beside its own fields; a step's {@code show} provides it. */
    static final Set<String> SHOWN = Set.of(
            "caseReference", "casePage", "proposedPathWords", "limbsWords", "countedDaysWords", "codesWords", "askedForWords",
            "recipientsWords", "allegationCount", "pagesOfPapers", "daysOpen", "escalationWords", "allegationNumber",
            "allegationText", "forceOutcome", "latenessWords", "sameSurnameWords",
            "reasonsGiven", "allegationsOnFile", "checkWords", "findingsWords",
            "proposedOutcomeWords", "decisionWords", "lettersWords", "amendmentsWords", "withdrawalWords", "recommendationWords", "replyWords",
            "silenceWords", "nextUpdateWords", "concernWords", "retentionWords", "owedLetterWords",
            "namesWords", "addedWords");
    /** Lists that a step provides as choices. */
    static final Set<String> LISTS = Set.of("staff", "availableMeasures", "letters", "newLetters", "peopleOnFile", "allegations");

    private static final Set<String> FIELDS =
            Set.of("textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> PROPERTIES = Set.of(
            "label", "dateLabel", "subtype", "type", "layout", "id", "key", "description", "conditional", "validate", "values", "valuesKey",
            "searchable", "decimalDigits", "properties");
    private static final Set<String> FEEL_WORDS = Set.of("not", "and", "or", "true", "false", "null");
    private static final Set<String> CHECKS = Set.of("required", "maxLength", "min", "max", "pattern");
    private static final String LINK = "[{{caseReference}}]({{casePage}})";
    private static final Pattern WORDS_TO_AVOID = Pattern.compile("(?i)\\b(please|sorry|invalid|forbidden|illegal)\\b");
    /** Tasklist does not wrap the words beside a button or a tick box: what is longer is cut off. */
    private static final int LONGEST_CHOICE = 66;

    private final String file;
    private final JsonNode form;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private FormRules(String file, String json) {
        this.file = file;
        this.form = read(json);
    }

    /** Everything that is wrong with a form. */
    static List<String> faults(String file, String json) {
        FormRules rules = new FormRules(file, json);
        rules.head();
        rules.components(rules.form.path("components"), new HashSet<>());
        rules.wordsAndConditions(rules.form.path("components"));
        return rules.faults;
    }

    /** The fields in their order, each with {@code !} where an answer is required. */
    static List<String> fields(String file, String json) {
        FormRules rules = new FormRules(file, json);
        rules.components(rules.form.path("components"), new HashSet<>());
        return rules.fields.entrySet().stream()
                .map(field -> field.getKey() + (field.getValue().path("validate").path("required").asBoolean() ? "!" : ""))
                .toList();
    }

    private void require(boolean good, String component, String whatToDo) {
        if (!good) {
            faults.add(file + ".form, " + component + ": " + whatToDo);
        }
    }

    private void head() {
        require(form.path("id").asText().equals(file), "form", "give the form the id of its file, " + file);
        require(form.path("type").asText().equals("default"), "form", "set the type to default");
        require(form.path("schemaVersion").asInt() == 16, "form", "keep schemaVersion 16, the newest that Tasklist 7.24 reads");
        require(form.path("executionPlatform").asText().equals("Camunda Platform")
                && form.path("executionPlatformVersion").asText().equals("7.24.0"), "form", "set the platform to Camunda Platform 7.24.0");
        JsonNode first = form.path("components").path(0);
        require(first.path("type").asText().equals("text") && first.path("text").asText().contains(LINK), "form",
                "begin with a text that says what to do and links to the case file: " + LINK);
    }

    private void components(JsonNode components, Set<String> ids) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            String id = component.path("id").asText();
            require(ids.add(id), id, "give it an id of its own");
            if (type.equals("group")) {
                require(id.matches("Group_[A-Z]\\w*"), id, "give the group an id that begins with Group_");
                require(!component.has("path"), id, "take the path off the group: answers are handed in flat");
                require(!component.path("label").asText().isBlank(), id, "give the group a heading");
                components(component.path("components"), ids);
            } else if (type.equals("text")) {
                require(id.matches("Text_[A-Z]\\w*"), id, "give the text an id that begins with Text_");
                require(!component.path("text").asText().isBlank(), id, "write the text or remove it");
            } else if (FIELDS.contains(type)) {
                field(component, type, id);
            } else {
                require(false, id, "replace the " + type + ": Tasklist cannot show it or nothing checks it");
            }
        }
    }

    private void field(JsonNode field, String type, String id) {
        String key = field.path("key").asText();
        require(key.matches("[a-z][a-zA-Z0-9]*"), id, "give the field a key in lower camel case");
        require(id.equals("Field_" + key), id, "give the field the id Field_" + key);
        require(fields.put(key, field) == null, id, "give the field a key of its own");
        for (Iterator<String> names = field.fieldNames(); names.hasNext();) {
            String name = names.next();
            require(PROPERTIES.contains(name), id, "remove the property " + name);
        }
        String label = field.path(type.equals("datetime") ? "dateLabel" : "label").asText();
        require(!label.isBlank() && Character.isUpperCase(label.charAt(0)), id, "ask the question in the label");
        require(label.isBlank() || label.endsWith("?") != type.equals("checkbox"), id,
                type.equals("checkbox") ? "state in the label what a tick means, without '?'" : "end the question with '?'");
        require(label.length() <= LONGEST_CHOICE, id, "shorten the label to " + LONGEST_CHOICE + " characters");
        String help = field.path("description").asText();
        require(help.endsWith(".") && !help.contains("\n") && help.length() <= 220, id,
                "help in one line of description, ended by a full stop, of at most 220 characters");
        require(!type.equals("datetime") || field.path("subtype").asText().equals("date"), id, "ask for a day, not for a time");
        require(!type.equals("datetime") || field.path("properties").path("day").asText().matches("[A-Z][A-Z0-9_]*"), id,
                "say in the custom property 'day' what it is the day of, such as DONE or AHEAD");
        if (CHOICES.contains(type)) {
            choices(field, id);
        }
        checks(field, type, id);
    }

    private void choices(JsonNode field, String id) {
        if (field.has("valuesKey")) {
            require(LISTS.contains(field.path("valuesKey").asText()) && !field.has("values"), id, "take the choices from one of " + LISTS);
            return;
        }
        require(field.path("values").size() >= 2, id, "offer two choices or more");
        Set<String> values = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode choice : field.path("values")) {
            String value = choice.path("value").asText();
            String label = choice.path("label").asText();
            require(value.matches("[A-Z][A-Z0-9_]*") && values.add(value), id, "write each choice's value once and in capitals: " + value);
            require(!label.isBlank() && labels.add(label) && label.length() <= LONGEST_CHOICE, id,
                    "say each choice once and in at most " + LONGEST_CHOICE + " characters: " + label);
        }
    }

    private void checks(JsonNode field, String type, String id) {
        JsonNode checks = field.path("validate");
        for (Iterator<String> names = checks.fieldNames(); names.hasNext();) {
            String name = names.next();
            require(CHECKS.contains(name), id, "remove the check " + name);
            require(!checks.path(name).asText().startsWith("="), id, "write " + name + " plainly: form-js 1.8 reads no expression there");
        }
        require(!checks.has("required") || checks.path("required").isBoolean(), id, "write required as true or leave it out");
        boolean prose = type.equals("textarea") || type.equals("textfield");
        require(!prose || checks.path("maxLength").asInt() > 0, id, "limit the length");
        require(!type.equals("radio") || checks.path("required").asBoolean(), id,
                "make the answer required: a radio cannot be emptied again");
    }

    private void wordsAndConditions(JsonNode components) {
        for (JsonNode component : components) {
            String id = component.path("id").asText();
            String hide = component.path("conditional").path("hide").asText();
            if (component.has("conditional")) {
                require(hide.startsWith("="), id, "write the condition to hide as a FEEL expression that begins with '='");
                Matcher word = Pattern.compile("[A-Za-z]\\w*").matcher(hide.replaceAll("\"[^\"]*\"", ""));
                while (word.find()) {
                    require(FEEL_WORDS.contains(word.group()) || fields.containsKey(word.group()), id,
                            "hide it by a field of this form; there is no " + word.group());
                }
            }
            String words = component.path("text").asText() + " " + component.path("label").asText()
                    + " " + component.path("dateLabel").asText() + " " + component.path("description").asText() + " " + component.path("values");
            Matcher shown = Pattern.compile("\\{\\{([^}]*)}}").matcher(words);
            while (shown.find()) {
                require(SHOWN.contains(shown.group(1)), id, "show something that the step provides; nobody provides " + shown.group(1));
            }
            Matcher avoid = WORDS_TO_AVOID.matcher(words);
            require(!avoid.find(), id, "say what to do, without 'please', 'sorry', 'invalid', 'forbidden' or 'illegal'");
            wordsAndConditions(component.path("components"));
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form is not well-formed JSON: " + e.getOriginalMessage(), e);
        }
    }
}
