package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.testing.Generated;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Which module uses which, as a picture for those who build on them. */
class ModulesDocumentTest {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*\\s*(.+?\\.)(\\s|$)", Pattern.DOTALL);
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

    @Test
    void the_picture_of_the_house_shows_every_room_on_the_floor_where_it_stands() throws IOException {
        Map<String, Integer> floors = new TreeMap<>();
        MODULES.forEach(module -> floor(module, floors));
        Map<Integer, List<String>> rooms = new TreeMap<>(Comparator.reverseOrder());
        floors.forEach((room, floor) -> rooms.computeIfAbsent(floor, any -> new ArrayList<>()).add(room));
        StringBuilder text = new StringBuilder("```mermaid\nblock-beta\n  columns 1\n");
        rooms.forEach((floor, names) -> text.append("  block:floor%d\n    %s\n  end\n".formatted(floor, String.join(" ", names))));
        text.append("```\n\n| Floor | Room | What it is for |\n|---|---|---|\n");
        for (Map.Entry<Integer, List<String>> floor : rooms.entrySet()) {
            for (String room : floor.getValue()) {
                text.append("| %d | `%s` | %s |\n".formatted(floor.getKey(), room, purpose(room)));
            }
        }
        Generated.partMustEqual(Path.of("docs/for-developers/the-house.md"), text.toString());
    }

    /** One above the highest room that it stands on. */
    private static int floor(ApplicationModule module, Map<String, Integer> known) {
        Integer floor = known.get(name(module));
        if (floor == null) {
            floor = module.getDirectDependencies(MODULES).uniqueModules().mapToInt(used -> floor(used, known) + 1).max().orElse(0);
            known.put(name(module), floor);
        }
        return floor;
    }

    /** The first sentence of what the room says of itself. */
    private static String purpose(String room) throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/redress", room, "package-info.java"));
        Matcher said = FIRST_SENTENCE.matcher(source.replaceAll("\\s*\\n \\*( |$)", " ").replaceAll("\\{@\\w+ ([^}]*)}", "$1"));
        assertThat(said.find()).as("%s says in its package-info what it is for", room).isTrue();
        return said.group(1).strip();
    }

    private static List<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(MODULES).uniqueModules().map(ModulesDocumentTest::name).sorted().collect(Collectors.toList());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
