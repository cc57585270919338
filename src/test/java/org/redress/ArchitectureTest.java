package org.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
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
    void no_field_is_injected() {
        holds(fields().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void nothing_writes_to_standard_out() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }
}
