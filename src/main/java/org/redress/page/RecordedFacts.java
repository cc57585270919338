package org.redress.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.redress.kind.Kinds;
import org.redress.people.StaffDirectory;
import org.redress.review.Measure;
import org.springframework.stereotype.Component;

/** What an act says in single facts, in the words that the other pages have for them. */
@Component
class RecordedFacts {

    private final StaffDirectory staff;
    private final Kinds kinds;
    private final ObjectMapper json;

    RecordedFacts(StaffDirectory staff, Kinds kinds, ObjectMapper json) {
        this.staff = staff;
        this.kinds = kinds;
        this.json = json;
    }

    /** One fact of an act; before is null where nothing stood there or nothing is compared. */
    public record Fact(String name, String before, String after) {}

    /** @param details of an act, as they were recorded; null where it has none any more */
    List<Fact> of(String details) {
        List<Fact> facts = new ArrayList<>();
        if (details == null) {
            return facts;
        }
        Show show = new Show(staff, kinds);
        JsonNode said = read(details);
        JsonNode before = said.path("before");
        JsonNode after = said.path("after");
        if (after.isObject() || before.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> facts.add(new Fact(name, words(show, name, before.path(name)), words(show, name, after.path(name)))));
        } else {
            said.fields().forEachRemaining(one -> facts.add(new Fact(one.getKey(), null, words(show, one.getKey(), one.getValue()))));
        }
        return facts;
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an act are not JSON", e);
        }
    }

    /** A value in words; null where there was none. */
    private String words(Show show, String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            String all = StreamSupport.stream(value.spliterator(), false)
                    .map(one -> words(show, name, one))
                    .collect(Collectors.joining(", "));
            return all.isEmpty() ? "None" : all;
        }
        return value.isObject() ? value.toString() : one(show, name, value);
    }

    private String one(Show show, String name, JsonNode value) {
        String fact = fact(show, name, value);
        if (fact != null) {
            return fact;
        }
        if (value.isBoolean()) {
            return show.value(value.booleanValue());
        }
        String text = value.asText();
        return switch (name) {
            case "size" -> show.size(value.asLong());
            // who may see a restricted case, and who stays away from one
            case "allowed", "barred", "before" -> value.isTextual() ? show.person(text) : text;
            case "outcome", "proposed" -> text.equals("UPHELD") ? "Upheld" : text.equals("NOT_UPHELD") ? "Not upheld" : text;
            case "source" -> text.equals("FORCE") ? "The force" : text.equals("APPLICANT") ? "The applicant" : text;
            case "measures" -> measure(text);
            default -> day(text);
        };
    }

    /** The value of a fact of a case in words; null where none is called so, or it cannot have that value. */
    private String fact(Show show, String name, JsonNode value) {
        return kinds.all().stream()
                .flatMap(kind -> kind.fact(name).stream())
                .filter(fact -> switch (fact.type()) {
                    case "flag" -> value.isBoolean();
                    case "code" -> fact.codes().containsKey(value.asText());
                    default -> false;
                })
                .findFirst()
                .map(fact -> show.fact(name, value.isBoolean() ? (Object) value.booleanValue() : value.asText()))
                .orElse(null);
    }

    private static String measure(String code) {
        for (Measure measure : Measure.values()) {
            if (measure.name().equals(code)) {
                return measure.words();
            }
        }
        return code;
    }

    private static String day(String text) {
        try {
            return Moments.day(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
