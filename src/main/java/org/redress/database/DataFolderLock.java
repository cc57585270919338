package org.redress.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process works with a data folder at a time. Without this a second start would take the server of the first for one
 * that was left behind, and end it. The operating system gives the lock back when the process ends, however it ends.
 */
final class DataFolderLock implements AutoCloseable {

    /** Behind everything that is ever written into the file, so that others can read who holds it. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws DataFolderTaken where another process, or another application in this one, works with it
     * @throws IOException where the folder cannot be written to
     */
    static DataFolderLock take(DataDirectory directory) throws IOException {
        Path file = directory.folder("postgres").resolve("redress.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                throw new DataFolderTaken(directory.dataDir(), holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            return new DataFolderLock(channel);
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw new DataFolderTaken(directory.dataDir(), holder(file));
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static String holder(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
