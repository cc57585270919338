package org.redress.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Has a file looked into as one that arrives. */
final class SampleUploads {

    private SampleUploads() {}

    static String look(UploadCheck check, String name, byte[] content) {
        try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(content))) {
            return check.mediaType(name, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
