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
                .isSubsetOf("Locks.java", "LetterRepository.java", "Attention.java", "AttentionWatch.java", "OwedLetters.java");
    }

    @Test
    void no_file_is_longer_than_three_hundred_lines() throws IOException {
        assertThat(sources().filter(file -> read(file).lines().count() > 300))
                .extracting(file -> file.getFileName().toString())
                .isSubsetOf("Attention.java");
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
