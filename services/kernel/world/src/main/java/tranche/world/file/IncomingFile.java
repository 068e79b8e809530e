package tranche.world.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A content on its way into a {@link FileStore}: written piece by piece, sealed, then kept; what is closed without having
 * been kept leaves nothing. For one thread.
 */
public final class IncomingFile implements AutoCloseable {

    private final Path path;
    private final FileStore store;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private long size;
    private Optional<Sealed> sealed = Optional.empty();
    private boolean kept;

    IncomingFile(Path path, FileStore store) throws IOException {
        this.path = path;
        this.store = store;
        this.channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /**
     * A content that is all there.
     *
     * @param sha256 64 hexadecimal digits in lower case
     * @param size in bytes
     */
    public record Sealed(String sha256, long size) {}

    /** Adds all that remains of a piece. */
    public void write(ByteBuffer piece) {
        if (sealed.isPresent()) {
            throw new IllegalStateException("a sealed content grows no more");
        }
        try {
            digest.update(piece.duplicate());
            size += piece.remaining();
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The content's first bytes. */
    public byte[] head(int most) {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(most, size));
        try {
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // A read may give less than there is.
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    /** Ends the content and brings it to the disk; its name is not there yet. */
    public Sealed seal() {
        if (sealed.isEmpty()) {
            try {
                Files.setLastModifiedTime(path, store.now());
                channel.force(true);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            sealed = Optional.of(new Sealed(HexFormat.of().formatHex(digest.digest()), size));
        }
        return sealed.get();
    }

    /**
     * Puts the sealed content in its place. One that is there already is replaced by its equal and so is as new again; done
     * twice, as by a transaction that is tried again, it is done once.
     */
    public void keep() {
        if (kept) {
            return;
        }
        Sealed content = sealed.orElseThrow(() -> new IllegalStateException("only a sealed content is kept"));
        try {
            Files.move(path, store.place(content.sha256()), StandardCopyOption.ATOMIC_MOVE);
            store.syncNames();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        kept = true;
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!kept) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
