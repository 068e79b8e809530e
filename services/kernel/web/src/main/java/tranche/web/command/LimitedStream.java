package tranche.web.command;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body while it is read: its reading fails as soon as it turns out to be longer than it may be. */
public abstract class LimitedStream extends FilterInputStream {

    private final int most;
    private long size;

    /** @param most bytes that it may have */
    protected LimitedStream(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    /** What the reading of a body that is too long fails with: returned, or thrown. */
    protected abstract IOException tooLong();

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readOn(bytes, offset, length);
        size += Math.max(read, 0);
        if (size > most) {
            throw tooLong();
        }
        return read;
    }

    /** The server itself ends a body that is longer than any may be and has not said so. */
    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException broken) {
            if (broken.getCause() instanceof ContentLengthExceededException) {
                throw tooLong();
            }
            throw broken;
        }
    }

    /** What is passed over is read: it counts too. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
