package org.redress.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.testing.Generated;

/** What diagrams may call, as a list for those who draw them. */
class CallsDocumentTest {

    private static final Pattern BEAN = Pattern.compile("@(?:Service|Component)(?:\\(\"(\\w+)\"\\))?\\s[\\s\\S]*?class (\\w+)");
    private static final Pattern CALL = Pattern.compile(
            "/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*?@ForDiagrams\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public [\\w<>,. ]+ (\\w+)\\(([^)]*)\\)");

    @Test
    void the_list_of_calls_is_that_of_the_code() throws IOException {
        Map<String, String> calls = new TreeMap<>();
        int marks = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                marks += source.split("\\s@ForDiagrams\\s", -1).length - 1;
                Matcher bean = BEAN.matcher(source);
                if (!source.contains(" @ForDiagrams") || !bean.find()) {
                    continue;
                }
                String name = bean.group(1) != null
                        ? bean.group(1)
                        : Character.toLowerCase(bean.group(2).charAt(0)) + bean.group(2).substring(1);
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    String arguments = call.group(3).replaceAll("<(?:[^<>]|<[^<>]*>)*>", "").replaceAll("\\s+", " ").replaceAll("[\\w<>., ]*?(\\w+)(,|$)", "$1$2").replace(",", ", ");
                    calls.put(name + "." + call.group(2) + "(" + arguments + ")", words(call.group(1)));
                }
            }
        }
        StringBuilder text = new StringBuilder(
                """
                # What diagrams may call

                Made from the code; `./mvnw test -Dtest=CallsDocumentTest -Dgenerated.write=true` writes it anew. A diagram may read its registered
                variables and make these calls, in `${…}`; nothing else exists for it.

                | Call | What it does |
                |---|---|
                """);
        calls.forEach((call, words) -> text.append("| `").append(call).append("` | ").append(words).append(" |\n"));

        assertThat(calls).as("every call that is marked says what it does").hasSize(marks);
        Generated.mustEqual("calls.md", text.toString());
    }

    private static String words(String javadoc) {
        String text = javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:link|code) #?([^}]*)}", "$1")
                .replaceAll("@(?:param|return|throws)[\\s\\S]*", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
