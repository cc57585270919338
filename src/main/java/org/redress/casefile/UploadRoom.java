package org.redress.casefile;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How many bytes of files may be taken in at once. They pass through the disk, but what looks into a file unpacks parts of it
 * in memory, and without a bound a few large ones sent together use up disk, memory and database.
 */
@Component
class UploadRoom {

    private final long most;
    private long taken;

    /** @param most as a size such as {@code 200MB}; where it is empty, a quarter of the heap */
    @Autowired
    UploadRoom(@Value("${redress.uploads.in-flight:}") String most) {
        this(most.isBlank() ? Runtime.getRuntime().maxMemory() / 4 : DataSize.parse(most.strip()).toBytes());
    }

    UploadRoom(long most) {
        this.most = most;
    }

    /**
     * Takes room for a file until it is closed. One that is larger than all the room gets in alone.
     *
     * @throws UploadsBusy where there is none
     */
    synchronized Share take(String name, long bytes) {
        if (taken > 0 && bytes > most - taken) {
            throw new UploadsBusy(name);
        }
        taken += bytes;
        return new Share(bytes);
    }

    private synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    /** The room of one file. */
    final class Share implements AutoCloseable {

        private final long bytes;

        private Share(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            giveBack(bytes);
        }
    }
}
