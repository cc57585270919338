package org.redress.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question that is put to a person: a field of a form in Tasklist, or of one of our own pages. */
record Place(String kind, String name, String field) {

    private static final Pattern WRITTEN = Pattern.compile("(form|page):([A-Za-z/-]+)/([A-Za-z0-9]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Place read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new AssertionError("A place reads form:Step/field or page:template/field, not " + text);
        }
        return new Place(written.group(1), written.group(2), written.group(3));
    }

    /** The question in its own words, if the place is really there. */
    Optional<String> question() {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file.get());
            return kind.equals("form") ? label(JSON.readTree(text)) : labelOnPage(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> file() {
        if (kind.equals("page")) {
            return Optional.of(Path.of("src/main/resources/templates/page", name + ".ftlh")).filter(Files::exists);
        }
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return forms.filter(form -> form.endsWith(name + ".form")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> label(JsonNode component) {
        if (component.path("key").asText().equals(field)) {
            String label = component.path("label").asText();
            return Optional.of(label.isEmpty() ? component.path("dateLabel").asText(field) : label);
        }
        for (JsonNode inner : component.path("components")) {
            Optional<String> found = label(inner);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> labelOnPage(String template) {
        boolean asked = Pattern.compile("(name|id)=\"" + field + "\"|[\"(]" + field + "\"").matcher(template).find();
        if (!asked) {
            return Optional.empty();
        }
        Matcher id = Pattern.compile("id=\"([\\w-]+)\" name=\"" + field + "\"").matcher(template);
        String labelled = id.find() ? id.group(1) : field;
        Matcher label = Pattern.compile("<label[^>]*for=\"" + labelled + "\"[^>]*>([^<$]+)<").matcher(template);
        Matcher legend = Pattern.compile("<legend[^>]*>([^<$]+)<").matcher(template);
        return Optional.of(label.find() ? label.group(1) : legend.find() ? legend.group(1) : field);
    }

    @Override
    public String toString() {
        return kind + ":" + name + "/" + field;
    }
}
