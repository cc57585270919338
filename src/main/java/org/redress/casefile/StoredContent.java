package org.redress.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** Reads a stored paper piece by piece, each with a short question of its own, so that no reader holds a whole one in memory. */
final class StoredContent extends InputStream {

    static final int PIECE = 1024 * 1024;

    private final LongFunction<byte[]> pieces;
    private byte[] piece = new byte[0];
    private int at;
    private long next;
    private boolean ended;

    /** @param pieces gives at most {@link #PIECE} bytes from a place on; none where there is nothing more */
    StoredContent(LongFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() {
        if (at == piece.length && !ended) {
            piece = pieces.apply(next);
            at = 0;
            next += piece.length;
            ended = piece.length == 0;
        }
        return at < piece.length;
    }
}
