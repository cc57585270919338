package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.redress.testing.Caller;
import org.redress.testing.RunningJar;
import org.redress.testing.SampleFiles;

/** Eight of the largest files at once, for a house whose heap ({@link #HEAP}) would not hold them. */
final class LargeUploads {

    static final String HEAP = "-Xmx700m";

    private static final int AT_ONCE = 8;
    private static final int MEGABYTES = 98;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final RunningJar house;
    private final String reference;
    private final Path folder;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param folder where the file may be made that is sent */
    LargeUploads(RunningJar house, String reference, Path folder) {
        this.house = house;
        this.reference = reference.replace('/', '-');
        this.folder = folder;
    }

    void areTakenOrToldToComeBack() throws IOException {
        Path picture = picture();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> send("photo-" + i + ".png", file(picture)))
                .toList();
        List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 503);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("was not taken", "Nothing else is lost. Try again in a minute.");
        });
        assertThat(house.log()).doesNotContain("OutOfMemoryError");
        HttpResponse<String> health = Caller.anonymous(house.port()).get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
        HttpResponse<String> small = send("letter.pdf", BodyPublishers.ofByteArray(SampleFiles.pdf())).join();
        assertThat(small.statusCode()).as(small.body()).isEqualTo(201);
        Files.delete(picture);
    }

    /** Of bytes that no database makes smaller. */
    private Path picture() throws IOException {
        Path picture = folder.resolve("photo.png");
        byte[] piece = new byte[1024 * 1024];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(picture)) {
            out.write(PNG);
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return picture;
    }

    private static BodyPublisher file(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private CompletableFuture<HttpResponse<String>> send(String name, BodyPublisher content) {
        String boundary = "redress-boundary";
        String secret = Base64.getEncoder().encodeToString("caseworker1:caseworker1-demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + house.port() + "/api/cases/" + reference + "/documents"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                        content,
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }
}
