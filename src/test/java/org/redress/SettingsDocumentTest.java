package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The list of settings names each setting of the house, with the default that the program has, and no other. */
class SettingsDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(redress\\.[a-z.*-]+)` \\| (?:`([^`]*)`)? ?\\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(redress\\.[a-z.-]+)(?::([^}]*))?}");
    private static final Pattern NAMED = Pattern.compile("\"(redress\\.[a-z-]+(?:\\.[a-z-]+)*)\"");

    /** What is kept in a session under such a name, a file, a metric, and the roots of whole groups of settings. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "redress.next", "redress.id-token", "redress.password-then", "redress.began", "redress.last-act", "redress.lock",
            "redress.letters.owed", "redress.letters.pdfs", "redress.provider", "redress.force", "redress.decider", "redress.outbox", "redress.office", "redress.database",
            "redress.limits");

    /** Settings that are asked for by name alone: what holds without them is in the code that asks. */
    private static final Map<String, String> ASKED_FOR_BY_NAME = Map.of(
            "redress.admin.id", "",
            "redress.admin.password", "",
            "redress.demo", "true",
            "redress.demo-cases", "true",
            "redress.attention.enabled", "true",
            "redress.bank-holidays.feed-url", "");

    @Test
    void every_setting_of_the_program_is_in_the_list_with_its_default_and_the_list_names_no_other() throws IOException {
        assertThat(listed()).isEqualTo(settings());
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/for-developers/settings.md")));
        while (row.find()) {
            assertThat(listed.put(row.group(1), row.group(2) == null ? "" : row.group(2))).as("named twice: " + row.group(1)).isNull();
        }
        return listed;
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>(ofRecords());
        Map<String, String> byName = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                Matcher placeholder = PLACEHOLDER.matcher(text);
                while (placeholder.find()) {
                    settings.put(placeholder.group(1), placeholder.group(2) == null ? "" : placeholder.group(2));
                }
                Matcher named = NAMED.matcher(text);
                while (named.find()) {
                    byName.put(named.group(1), ASKED_FOR_BY_NAME.getOrDefault(named.group(1), "?"));
                }
            }
        }
        byName.keySet().removeAll(NO_SETTINGS);
        byName.forEach(settings::putIfAbsent);
        return settings;
    }

    /** The settings that are read as a record, each with its default. */
    private static Map<String, String> ofRecords() {
        ClassPathScanningCandidateComponentProvider finder = new ClassPathScanningCandidateComponentProvider(false);
        finder.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>();
        finder.findCandidateComponents("org.redress").forEach(found -> {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                String root = type.getAnnotation(ConfigurationProperties.class).value();
                RecordComponent[] parts = type.getRecordComponents();
                for (int place = 0; place < parts.length; place++) {
                    DefaultValue value = type.getDeclaredConstructors()[0].getParameters()[place].getAnnotation(DefaultValue.class);
                    settings.put(
                            root + "." + dashed(parts[place].getName()) + (parts[place].getType() == Map.class ? ".*" : ""),
                            value == null ? "" : String.join(", ", value.value()));
                }
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        });
        return settings;
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
