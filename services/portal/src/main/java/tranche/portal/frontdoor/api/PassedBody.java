package tranche.portal.frontdoor.api;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that is passed on as it comes. Where it turns out longer than a file may be, its reading fails, so that the service
 * never takes its beginning for the whole, and it says afterwards that this was why.
 */
final class PassedBody extends FilterInputStream {

    private final int most;
    private long size;
    /** Set by the thread that sends it, read by the one that waits for the answer. */
    private volatile boolean tooLong;

    PassedBody(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    /** Whether it could not be passed on for its length. */
    boolean isTooLong() {
        return tooLong;
    }

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
            tooLong = true;
            throw new IOException("the body is too long");
        }
        return read;
    }

    /** The server itself ends a body that is longer than any may be. */
    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException broken) {
            tooLong = broken.getCause() instanceof ContentLengthExceededException;
            throw broken;
        }
    }
}
