package tranche.engines.mailbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mails as files, each under a number of its own that rises with time. Readable by their owner only. */
final class KeptMails {

    /** Somebody who tries things out reads no more; what is older goes. */
    private static final int MOST = 2_000;

    private static final String ENDING = ".eml";
    private static final Pattern NAME = Pattern.compile("[0-9]{8}");

    private final Path folder;
    private long last;

    KeptMails(Path folder) throws IOException {
        this.folder = Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> kept = ids();
        this.last = kept.isEmpty() ? 0 : Long.parseLong(kept.getLast());
    }

    /** The numbers of the mails, the oldest first. */
    synchronized List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** A mail as it came; empty where there is none of that number. */
    Optional<byte[]> find(String id) throws IOException {
        Path file = folder.resolve(id + ENDING);
        return NAME.matcher(id).matches() && Files.exists(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** Keeps a mail; it is on disk when this returns. */
    synchronized void keep(byte[] mail) throws IOException {
        String id = "%08d".formatted(++last);
        Path beside = folder.resolve(id + ".new");
        try (FileChannel channel = FileChannel.open(
                beside,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(mail);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(folder.resolve("%08d".formatted(last - MOST) + ENDING));
    }
}
