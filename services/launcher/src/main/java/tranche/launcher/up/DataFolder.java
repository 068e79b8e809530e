package tranche.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tranche.launcher.CannotRun;
import tranche.world.file.PrivateFile;

/**
 * The folder in which everything of an all-in-one is kept, and the lock that lets one launcher use it at a time. A lock
 * ends with its holder, so a killed launcher leaves none.
 *
 * <p>It is taken in two steps. {@link #claim} looks and changes nothing, so that a start that is refused for another reason
 * leaves the folder as it was; {@link #begin} makes it ours.
 */
final class DataFolder implements AutoCloseable {

    /** Raised when a folder of this version can no longer be read by the version before. */
    static final int VERSION = 1;

    private static final String LOCK = "lock";
    private static final String VERSION_FILE = "version";

    /** What a start that was killed in its first moment leaves behind. */
    private static final Set<String> BEGUN = Set.of(LOCK, VERSION_FILE + ".new");

    /** The engines' logs alone take more than half of it; a disk that fills up during the start would end it half-way. */
    private static final long LEAST_ROOM_BYTES = 256L * 1024 * 1024;

    private final Path path;
    private @Nullable FileChannel channel;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Looks at the folder, and locks it where it exists.
     *
     * @throws CannotRun if another launcher has it, if a newer version made it, if it is no folder of ours, or if nothing
     *     can be written there; nothing in it was changed then
     */
    static DataFolder claim(Path folder) {
        DataFolder claimed = new DataFolder(folder.toAbsolutePath().normalize());
        try {
            claimed.requireOurs();
            if (Files.exists(claimed.resolve(LOCK))) {
                claimed.lock(Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
            }
            claimed.requireRoom();
            return claimed;
        } catch (IOException failed) {
            claimed.close();
            throw claimed.unusable(failed);
        } catch (CannotRun refused) {
            claimed.close();
            throw refused;
        }
    }

    /** Makes the folder where it is missing and marks it as this launcher's. */
    void begin() {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (channel == null) {
                lock(Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            }
            PrivateFile.write(resolve(VERSION_FILE), VERSION + "\n");
            writeHolder();
        } catch (IOException failed) {
            throw unusable(failed);
        } catch (UncheckedIOException failed) {
            throw new CannotRun("the data folder " + path + " cannot be used: " + failed.getMessage() + ".");
        }
    }

    private void requireOurs() throws IOException {
        Path version = resolve(VERSION_FILE);
        if (Files.exists(version)) {
            String text = Files.readString(version).strip();
            if (!text.matches("[0-9]{1,6}")) {
                throw new CannotRun("the data folder " + path + " has a version file that is not Tranche's.");
            }
            if (Integer.parseInt(text) > VERSION) {
                throw new CannotRun("the data folder " + path + " was made by a newer Tranche (its format is " + text
                        + ", this one reads up to " + VERSION + "). Start that one, or use another --data.");
            }
        } else if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CannotRun(path + " is a file, not a folder. Name a folder with --data.");
        } else if (Files.isDirectory(path) && !isEmpty()) {
            throw new CannotRun(path + " is not empty and no data folder of Tranche. Name another one with --data.");
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).allMatch(BEGUN::contains);
        }
    }

    private void requireRoom() throws IOException {
        Path nearest = path;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new CannotRun(path + " cannot be made: " + nearest + " is a file. Name another one with --data.");
        }
        if (!Files.isWritable(nearest) || Files.getFileStore(nearest).getTotalSpace() == 0) {
            throw new CannotRun("nothing can be written in " + nearest + ". Name a folder of your own with --data.");
        }
        long room = Files.getFileStore(nearest).getUsableSpace();
        if (room < LEAST_ROOM_BYTES) {
            throw new CannotRun("the disk of " + nearest + " is full: " + room / 1024 / 1024 + " MB are left, at least "
                    + LEAST_ROOM_BYTES / 1024 / 1024
                    + " are needed. Make room, or name a folder elsewhere with --data.");
        }
    }

    private void lock(Set<StandardOpenOption> how) throws IOException {
        FileChannel opened = FileChannel.open(resolve(LOCK), how);
        channel = opened;
        if (tryLock(opened).isEmpty()) {
            throw new CannotRun("the data folder " + path + " is in use by process "
                    + Files.readString(resolve(LOCK)).strip()
                    + ". Stop that one (Ctrl-C in its terminal), or start with another --data and --port.");
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ownJvm) {
            return Optional.empty();
        }
    }

    private void writeHolder() throws IOException {
        if (channel != null) {
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
        }
    }

    private CannotRun unusable(IOException failed) {
        String why = switch (failed) {
            case AccessDeniedException denied -> "no right to use " + denied.getFile();
            case FileSystemException known when known.getReason() != null -> known.getFile() + ": " + known.getReason();
            default -> String.valueOf(failed.getMessage());
        };
        return new CannotRun("the data folder " + path + " cannot be used: " + why + ".");
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Gives the folder up: its lock ends with its channel. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
