package org.redress.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CasePath;
import org.redress.casefile.PartyRole;
import org.redress.clock.ClockName;
import org.redress.review.CaseFacts;
import org.redress.review.Investigation;
import org.redress.review.LetterPurpose;
import org.redress.review.ReviewClocks;
import org.redress.review.ReviewGroups;
import org.redress.review.ReviewParties;
import org.redress.review.ReviewPaths;
import org.redress.review.SpecialCircumstances;
import org.redress.testing.Generated;

/** What {@code review.yml} declares, held against Java, diagrams, tables, forms, letters and the guide. */
class DeclarationTest {

    /** Of the review, and of the desk that works it. */
    private static final Path DIAGRAMS = Path.of("processes");
    private static final Path MODELS = DIAGRAMS.resolve("review");
    private static final Path FORMS = Path.of("forms/review");
    private static final Kind REVIEW = Kinds.ofTheHouse().of("RV");

    @Test
    void java_speaks_of_the_paths_parties_and_purposes_that_are_declared_and_of_all_of_them() {
        assertThat(constants(ReviewPaths.class, CasePath.class, CasePath::name)).isEqualTo(codes(REVIEW.paths(), Kind.Path::code));
        assertThat(constants(ReviewParties.class, PartyRole.class, PartyRole::name)).isEqualTo(codes(REVIEW.parties(), Kind.Party::code));
        assertThat(constants(LetterPurpose.class, LetterPurpose.class, LetterPurpose::name)).isEqualTo(REVIEW.purposes().keySet());
    }

    @Test
    void java_speaks_of_no_clock_and_no_group_that_is_not_declared() {
        assertThat(codes(REVIEW.clocks(), DeclaredClock::name))
                .containsAll(constants(ReviewClocks.class, ClockName.class, ClockName::name));
        assertThat(REVIEW.groupIds()).containsAll(constants(ReviewGroups.class, String.class, Function.identity()));
    }

    @Test
    void diagrams_call_no_clock_group_or_purpose_that_is_not_declared() throws IOException {
        String diagrams = texts(DIAGRAMS, ".bpmn");

        assertThat(found(diagrams, "\\$\\{clocks\\.\\w+\\(caseReference, '(\\w+)'")).isNotEmpty()
                .isSubsetOf(codes(REVIEW.clocks(), DeclaredClock::name));
        assertThat(found(diagrams, "(?:case|review)Letters\\.\\w+\\(caseReference, '(\\w+)'")).isSubsetOf(REVIEW.purposes().keySet());
        assertThat(found(diagrams, "candidateGroups=\"([^\"$]+)\"").stream().flatMap(groups -> Stream.of(groups.split(",")))
                        .collect(Collectors.toSet()))
                .isNotEmpty().isSubsetOf(REVIEW.groupIds());
    }

    @Test
    void the_procedure_and_its_statutory_steps_are_drawn() throws IOException {
        assertThat(MODELS.resolve(REVIEW.process() + ".bpmn")).exists();
        assertThat(found(texts(DIAGRAMS, ".bpmn"), "<bpmn:userTask id=\"(\\w+)\"")).containsAll(REVIEW.statutorySteps());
    }

    @Test
    void tables_and_forms_send_a_case_nowhere_that_is_not_declared() throws IOException {
        Set<String> paths = codes(REVIEW.paths(), Kind.Path::code);
        String table = Files.readString(MODELS.resolve("ReviewPath.dmn"));

        assertThat(found(table, "<outputEntry[^>]*>\\s*<text>\"(\\w+)\"</text>")).isNotEmpty().isSubsetOf(paths);
        assertThat(options("DecideValidity", "path")).isNotEmpty().isSubsetOf(paths);
        assertThat(found(texts(DIAGRAMS, ".bpmn"), "path ?== ?'(\\w+)'")).isSubsetOf(paths);
        assertThat(found(texts(DIAGRAMS, ".bpmn"), "caseClosing\\.close\\(caseReference, '(\\w+)'"))
                .isSubsetOf(REVIEW.paths().stream().filter(path -> path.keptFor() != null).map(Kind.Path::code).toList());
    }

    @Test
    void every_letter_that_is_declared_has_a_template_and_every_template_is_declared() throws IOException {
        Path letters = Path.of("src/main/resources/letters");
        try (Stream<Path> files = Files.list(letters.resolve("review"))) {
            Set<String> templates = files.map(file -> "review/" + file.getFileName().toString().replaceFirst("\\.ftlh$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(codes(REVIEW.letters(), DeclaredLetter::template)).isEqualTo(templates);
        }
    }

    @Test
    void every_fact_is_one_that_java_or_a_form_can_say_and_every_such_fact_is_declared() {
        assertThat(CaseFacts.names()).containsExactlyElementsOf(REVIEW.facts().stream().map(Kind.Fact::name).toList());
    }

    @Test
    void the_form_asks_each_fact_as_it_is_declared() throws IOException {
        Map<String, JsonNode> asked = fields("ConfirmFacts");
        for (Kind.Fact fact : REVIEW.facts()) {
            if (fact.question() == null) {
                assertThat(asked).doesNotContainKey(fact.name());
                continue;
            }
            JsonNode field = asked.get(fact.name());
            assertThat(field).as("ConfirmFacts.form asks " + fact.name()).isNotNull();
            assertThat(field.path("label").asText(field.path("dateLabel").asText())).as(fact.name()).isEqualTo(fact.question());
            assertThat(field.path("description").asText()).as(fact.name())
                    .isEqualTo(Stream.of(fact.help(), fact.provision()).filter(text -> text != null).collect(Collectors.joining(" ")));
            assertThat(field.path("type").asText()).as(fact.name())
                    .isEqualTo(Map.of("flag", "checkbox", "date", "datetime", "code", "select").get(fact.type()));
            assertThat(options("ConfirmFacts", fact.name())).as(fact.name()).isEqualTo(fact.codes().keySet());
        }
    }

    @Test
    void java_knows_the_codes_of_the_facts_that_it_speaks_of() {
        assertThat(REVIEW.fact("investigation").orElseThrow().codes().keySet())
                .containsExactlyElementsOf(Stream.of(Investigation.values()).map(Enum::name).toList());
        assertThat(REVIEW.fact("specialCircumstances").orElseThrow().codes().keySet())
                .containsExactlyElementsOf(Stream.of(SpecialCircumstances.values()).map(Enum::name).toList());
    }

    @Test
    void a_fact_that_steers_has_the_type_of_its_variable() {
        Map<String, String> variables = new TreeMap<>();
        REVIEW.variables().forEach(variable -> variables.put(variable.name(), variable.type()));

        assertThat(REVIEW.facts().stream().filter(fact -> variables.containsKey(fact.name()))).isNotEmpty()
                .allSatisfy(fact -> assertThat(variables.get(fact.name())).as(fact.name()).isEqualTo(fact.type()));
    }

    @Test
    void the_variable_register_shows_what_is_declared() throws IOException {
        Path guide = Path.of("docs/for-process-owners/variable-register.md");
        String rows = REVIEW.variables().stream()
                .map(one -> "| `%s` | %s | %s | %s | no |\n".formatted(one.name(), one.type(), one.meaning(), one.setBy()))
                .collect(Collectors.joining());
        String before = Files.readString(guide).replace("\r\n", "\n").split("\\|---\\|.*\n")[0];
        Generated.mustEqual(guide, before + "|---|---|---|---|---|\n" + rows);
    }

    private static <T, V> Set<String> constants(Class<?> home, Class<V> type, Function<V, String> name) {
        return Stream.of(home.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> {
                    try {
                        return name.apply(type.cast(field.get(null)));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Set<String> codes(Collection<T> declared, Function<T, String> code) {
        return declared.stream().map(code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String texts(Path folder, String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).sorted().toList()) {
                texts.add(Files.readString(file).replace("&#39;", "'"));
            }
        }
        return String.join("\n", texts);
    }

    private static Set<String> options(String form, String key) throws IOException {
        Set<String> options = new TreeSet<>();
        fields(form).get(key).path("values").forEach(option -> options.add(option.get("value").asText()));
        return options;
    }

    private static Map<String, JsonNode> fields(String form) throws IOException {
        Map<String, JsonNode> fields = new TreeMap<>();
        collect(new ObjectMapper().readTree(FORMS.resolve(form + ".form").toFile()).path("components"), fields);
        return fields;
    }

    private static void collect(JsonNode components, Map<String, JsonNode> fields) {
        for (JsonNode component : components) {
            if (component.hasNonNull("key")) {
                fields.put(component.get("key").asText(), component);
            }
            collect(component.path("components"), fields);
        }
    }
}
