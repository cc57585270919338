package org.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.redress");

    @Test
    void modules_use_each_other_in_one_direction_and_only_what_is_promised() {
        ApplicationModules.of(RedressApplication.class).verify();
    }

    @Test
    void only_the_engine_module_knows_the_engine() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.redress.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.."));
    }

    @Test
    void nothing_depends_on_the_engine_module() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.redress.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.redress.engine.."));
    }

    @Test
    void the_case_page_knows_no_procedure_and_takes_what_modules_bring() {
        holds(noClasses()
                .that()
                .resideInAPackage("org.redress.page..")
                .and()
                .haveNameMatching(".*\\.(Case(Page|Sections|Standing)|Show|VisibleCases|\\w+Section)([.$].*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.redress.review.."));
    }

    /** What every case needs names no procedure: no class of one, no word of one in a name, a text or a comment, no model of one. */
    @Test
    void the_desk_names_no_procedure() throws IOException {
        holds(knowsNoProcedure("org.redress.desk.."));
        assertThat(filesThatNameAProcedure(Path.of("src/main/java/org/redress/desk"))).isEmpty();
        assertThat(filesThatNameAProcedure(Path.of("src/main/resources/templates/page/case/desk"))).isEmpty();
    }

    @Test
    void a_room_that_names_a_procedure_is_noticed() throws IOException {
        assertThat(knowsNoProcedure("org.redress.page..").evaluate(HOUSE).hasViolation()).isTrue();
        assertThat(filesThatNameAProcedure(Path.of("src/main/java/org/redress/page"))).contains("NewAllegationPages.java");
    }

    @Test
    void only_the_clock_module_asks_what_day_it_is() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.redress.clock..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callConstructor(Date.class);
        holds(rule);
    }

    @Test
    void days_of_london_are_worked_out_in_one_place() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("org.redress.clock..", "org.redress.kernel..")
                .should()
                .callMethod(ZoneId.class, "of", String.class)
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(LocalDate.class, "ofInstant", Instant.class, ZoneId.class));
    }

    @Test
    void locks_of_the_database_are_taken_by_name() throws IOException {
        assertThat(sources().filter(file -> read(file).contains("pg_advisory") || read(file).contains("pg_try_advisory")))
                .extracting(file -> file.getFileName().toString())
                .isSubsetOf("Locks.java", "LetterRepository.java");
    }

    @Test
    void no_file_is_longer_than_three_hundred_lines() throws IOException {
        assertThat(sources().filter(file -> read(file).lines().count() > 300))
                .extracting(file -> file.getFileName().toString())
                .isEmpty();
    }

    /** What a record holds is named where it is made and read; more than eight collaborators are two rooms in one. */
    @Test
    void no_constructor_takes_more_than_eight() {
        assertThat(HOUSE.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(constructor -> constructor.getRawParameterTypes().size() > 8))
                .extracting(constructor -> constructor.getOwner().getSimpleName())
                .isSubsetOf("Attention", "ProgressUpdates");
    }

    @Test
    void no_field_is_injected() {
        holds(fields().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void nothing_writes_to_standard_out() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule knowsNoProcedure(String room) throws IOException {
        String[] procedures = procedures().stream().map(name -> "org.redress." + name + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage(room).should().dependOnClassesThat().resideInAnyPackage(procedures);
    }

    private static List<String> filesThatNameAProcedure(Path folder) throws IOException {
        Pattern words = Pattern.compile(
                procedures().stream().map(name -> name + "s?").collect(Collectors.joining("|", "(?i)(?<![a-z])(", ")(?![a-z])")));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> words.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    /** The procedures that declare themselves, by the names of their folders, which are those of their packages. */
    private static List<String> procedures() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("processes"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(Path.of("processes", name, name + ".yml")))
                    .toList();
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src/main/java")).filter(file -> file.toString().endsWith(".java"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }
}
