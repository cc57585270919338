package org.redress;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.testing.Generated;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Which module uses which, as a picture for those who build on them. */
class ModulesDocumentTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(RedressApplication.class);

    @Test
    void the_picture_of_the_modules_is_that_of_the_code() {
        List<ApplicationModule> modules = MODULES.stream().sorted(Comparator.comparing(ModulesDocumentTest::name)).toList();
        StringBuilder text = new StringBuilder("""
                # Modules

                Made from the code; `./mvnw test -Dtest=ModulesDocumentTest -Dgenerated.write=true` writes it anew. An arrow leads from a module to one that it uses;
                `ArchitectureTest` refuses circles, and whatever is not promised. What each module is for says its `package-info.java`.

                ```mermaid
                graph TD
                """);
        modules.forEach(module -> text.append("  %s\n".formatted(name(module))));
        modules.forEach(module -> uses(module).forEach(used -> text.append("  %s --> %s\n".formatted(name(module), used))));
        text.append("```\n\n| Module | Uses |\n|---|---|\n");
        modules.forEach(module -> text.append("| `%s` | %s |\n".formatted(name(module), String.join(", ", uses(module)))));
        Generated.mustEqual("modules.md", text.toString());
    }

    private static List<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(MODULES).uniqueModules().map(ModulesDocumentTest::name).sorted().collect(Collectors.toList());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
