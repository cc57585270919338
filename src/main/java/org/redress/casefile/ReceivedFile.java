package org.redress.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way to the case, kept on disk while it is looked into and stored, so that its size is no matter of memory.
 * It is gone when it is closed.
 */
final class ReceivedFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReceivedFile.class);

    private final Path path;
    private final long size;

    private ReceivedFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    /** Copies to disk, and no more than one byte over the largest that is taken: then it is plain that it is too large. */
    static ReceivedFile of(InputStream content) throws IOException {
        Path path = Files.createTempFile("redress-upload", ".part");
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] piece = new byte[64 * 1024];
            long size = 0;
            for (int read = content.read(piece); read >= 0 && size <= Documents.LARGEST; read = content.read(piece)) {
                out.write(piece, 0, read);
                size += read;
            }
            return new ReceivedFile(path, size);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.error("A copy of an upload stays on the disk at {}, where nobody needs it. Delete it: {}", path, e.getMessage());
        }
    }
}
