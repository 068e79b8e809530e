package tranche.web.command;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** A body while it is read: it is refused as soon as it is too long, and has a hash once it is at its end. */
final class MeasuredStream extends LimitedStream {

    private final MessageDigest digest = sha256();
    private Optional<byte[]> hash = Optional.empty();

    MeasuredStream(InputStream body, int most) {
        super(body, most);
    }

    /** SHA-256 of the whole body; empty until it was read to its end. */
    Optional<byte[]> hash() {
        return hash;
    }

    /** @throws Problem {@code too-large} */
    @Override
    protected IOException tooLong() {
        throw Problem.of(RequestRefusal.TOO_LARGE);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read >= 0) {
            digest.update(bytes, offset, read);
        } else if (hash.isEmpty()) {
            hash = Optional.of(digest.digest());
        }
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
