package tranche.web.command;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** A body while it is read: it is refused as soon as it is too long, and has a hash once it is at its end. */
final class MeasuredStream extends FilterInputStream {

    private final int most;
    private final MessageDigest digest = sha256();
    private long size;
    private Optional<byte[]> hash = Optional.empty();

    MeasuredStream(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    /** SHA-256 of the whole body; empty until it was read to its end. */
    Optional<byte[]> hash() {
        return hash;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws Problem {@code too-large} */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readOn(bytes, offset, length);
        if (read < 0) {
            if (hash.isEmpty()) {
                hash = Optional.of(digest.digest());
            }
            return read;
        }
        size += read;
        if (size > most) {
            throw Problem.of(RequestRefusal.TOO_LARGE);
        }
        digest.update(bytes, offset, read);
        return read;
    }

    /** The server itself ends a body that is longer than any may be and has not said so. */
    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException broken) {
            if (broken.getCause() instanceof ContentLengthExceededException) {
                throw Problem.of(RequestRefusal.TOO_LARGE);
            }
            throw broken;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
