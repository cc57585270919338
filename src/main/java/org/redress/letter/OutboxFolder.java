package org.redress.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lays letters into a folder: to be printed and posted in {@code post}, to be e-mailed by hand in the folder itself where
 * no mail server is configured. A letter is first written beside and then moved; the move of the PDF is the effect, and
 * whether it happened can be seen on the disk after any death.
 */
class OutboxFolder implements WayOut {

    private static final List<String> ENDINGS = List.of(".txt", ".json", ".pdf");

    private final Path folder;
    private final Path post;
    private final Path unfinished;
    private final ObjectMapper json = new ObjectMapper();
    private String name;

    OutboxFolder(Path dataDirectory) {
        folder = dataDirectory.resolve("outbox");
        post = folder.resolve("post");
        unfinished = folder.resolve(".unfinished");
    }

    @Override
    public synchronized String name() {
        if (name == null) {
            try {
                Files.createDirectories(post);
                Files.createDirectories(unfinished);
                Path identity = folder.resolve(".identity");
                try {
                    Files.writeString(identity, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
                } catch (FileAlreadyExistsException known) {
                    // this folder has its name already
                }
                name = "folder " + Files.readString(identity);
            } catch (IOException unusable) {
                return "folder without a name";
            }
        }
        return name;
    }

    @Override
    public void prepare(Outgoing letter) throws NotDelivered {
        try {
            name();
            write(unfinished.resolve(letter.fileName() + ".txt"), letter.text().getBytes(StandardCharsets.UTF_8));
            write(unfinished.resolve(letter.fileName() + ".json"), describe(letter));
            write(unfinished.resolve(letter.fileName() + ".pdf"), letter.pdf());
            flushDirectory(unfinished);
        } catch (IOException unwritable) {
            throw new NotDelivered(NotDelivered.Cure.WAIT,
                    "The outbox folder cannot be written to (" + unwritable.getClass().getSimpleName()
                            + "). Check that the disk has room and that Redress may write there.", unwritable);
        }
    }

    @Override
    public void deliver(Outgoing letter) throws NotDelivered {
        Path to = letter.byEmail() ? folder : post;
        try {
            for (String ending : ENDINGS) {
                Files.move(unfinished.resolve(letter.fileName() + ending), to.resolve(letter.fileName() + ending),
                        StandardCopyOption.ATOMIC_MOVE);
            }
            flushDirectory(to);
            flushDirectory(unfinished);
        } catch (IOException failed) {
            boolean stillHere = fateOf(letter.fileName()) == Fate.NOT_SENT;
            throw new NotDelivered(stillHere ? NotDelivered.Cure.WAIT : NotDelivered.Cure.FIND_OUT,
                    stillHere
                            ? "The letter could not be laid into the outbox folder. Check that Redress may write there."
                            : "The outbox folder failed while the letter was laid into it. Look whether it is there.",
                    failed);
        }
    }

    @Override
    public Fate fateOf(String fileName) {
        if (!Files.isDirectory(unfinished)) {
            return Fate.UNKNOWN;
        }
        return Files.exists(unfinished.resolve(fileName + ".pdf")) ? Fate.NOT_SENT : Fate.SENT;
    }

    /**
     * Removes the files of letters, sent or not.
     *
     * @param beginnings how their names begin
     */
    void remove(List<String> beginnings) {
        for (Path place : List.of(folder, post, unfinished)) {
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (beginnings.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                        Files.delete(file);
                    }
                }
            } catch (IOException stays) {
                throw new UncheckedIOException("Files in " + place + " could not be removed", stays);
            }
        }
    }

    private byte[] describe(Outgoing letter) throws JsonProcessingException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("letter", letter.letterId());
        facts.put("reference", letter.caseReference());
        facts.put("kind", letter.kind().code());
        facts.put("title", letter.title());
        facts.put("deliverBy", deliverBy(letter));
        facts.put("name", letter.to().name());
        facts.put("email", letter.to().email());
        facts.put("postalAddress", letter.to().postalAddress());
        facts.put("adjustments", letter.to().adjustments());
        facts.put("pdfSha256", letter.pdfSha256());
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts);
    }

    /** How to bring the letter to its reader. */
    private static String deliverBy(Outgoing letter) {
        if (letter.byEmail()) {
            return "EMAIL";
        }
        if (letter.to().preferredContact() == Addressee.Contact.PHONE) {
            return "PHONE";
        }
        return "POST";
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void flushDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows opens no directory and needs no flush of one
        }
    }
}
