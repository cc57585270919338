package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever writes a machine for our doors needs nothing but {@code /api/openapi.json} and a generator. */
@RedressTest
class GeneratedClientIT {

    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator.jar");

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void a_client_generated_from_the_description_hands_in_an_application_and_reads_the_case() throws Exception {
        Path program = folder.resolve("client/src/main/java/HandsIn.java");
        generate();
        try (InputStream source = getClass().getResourceAsStream("/generated-client/HandsIn.java")) {
            Files.write(program, source.readAllBytes());
        }
        try (URLClassLoader client = compiled(program.getParent())) {
            @SuppressWarnings("unchecked")
            UnaryOperator<Map<String, String>> handsIn = (UnaryOperator<Map<String, String>>)
                    client.loadClass("HandsIn").getDeclaredConstructor().newInstance();

            Map<String, String> told = handsIn.apply(Map.of("house", "http://localhost:" + port));

            assertThat(told)
                    .containsEntry("state", "OPEN")
                    .containsEntry("applicant", "Marisol Quenby-Adeleke")
                    .containsEntry("allegation", "The officer did not collect the footage that I named in writing")
                    .containsEntry("again", told.get("reference"))
                    .containsEntry("papersTaken", "2026-03-09 [specialCircumstances]")
                    .containsEntry("document", "letter.txt text/plain")
                    .containsEntry("refused", "422 [receivedAt, applicant.email]");
            assertThat(told.get("clocks")).contains("APPLICATION_PERIOD MET 2026-03-10");
            assertThat(told.get("reference")).matches("RV/\\d{4}/\\d{6}[A-Z]");
        }
    }

    private void generate() throws IOException, InterruptedException {
        assertThat(GENERATOR).as("Maven puts the generator there before the tests; run ./mvnw test-compile once").exists();
        Path description = folder.resolve("openapi.json");
        Files.writeString(description, Caller.as("intake", port).get("/api/openapi.json").body());
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=restclient",
                        "--input-spec=" + description,
                        "--output=" + folder.resolve("client"),
                        "--invoker-package=client",
                        "--api-package=client.api",
                        "--model-package=client.model",
                        "--additional-properties=useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true",
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = generator.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            generator.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended && generator.exitValue() == 0).as(said).isTrue();
        assertThat(said).doesNotContain("ERROR");
    }

    private URLClassLoader compiled(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, StandardCharsets.UTF_8);
                Stream<Path> all = Files.walk(sources)) {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            boolean compiles = compiler.getTask(
                            null,
                            files,
                            faults,
                            List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", path),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    all.filter(file -> file.toString().endsWith(".java")).toList()))
                    .call();
            assertThat(compiles).as("%s", faults.getDiagnostics()).isTrue();
        }
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
