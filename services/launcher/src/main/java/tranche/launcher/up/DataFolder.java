package tranche.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import tranche.launcher.CannotRun;

/**
 * The folder in which everything of an all-in-one is kept, and the lock that lets one launcher use it at a time. A lock
 * ends with its holder, so a killed launcher leaves none.
 */
final class DataFolder implements AutoCloseable {

    /** Raised when a folder of this version can no longer be read by the version before. */
    static final int VERSION = 1;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, made where it is missing.
     *
     * @throws CannotRun if another launcher has it, if a newer version made it, or if it is no folder of ours; nothing in
     *     it was changed then
     */
    static DataFolder take(Path folder) {
        try {
            requireOurs(folder);
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path path = folder.toRealPath();
            FileChannel channel = FileChannel.open(
                    path.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            FileLock lock = lock(channel);
            if (lock == null) {
                String holder = Files.readString(path.resolve("lock")).strip();
                channel.close();
                throw new CannotRun("the data folder " + path + " is in use by process " + holder
                        + ". Stop that one (Ctrl-C in its terminal), or start with another --data and --port.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            Files.writeString(path.resolve("version"), Integer.toString(VERSION));
            return new DataFolder(path, channel, lock);
        } catch (IOException failed) {
            throw new CannotRun("the data folder " + folder + " cannot be used: " + failed.getMessage());
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownJvm) {
            return null;
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        Path version = folder.resolve("version");
        if (Files.exists(version)) {
            String text = Files.readString(version).strip();
            if (!text.matches("[0-9]{1,6}")) {
                throw new CannotRun("the data folder " + folder + " has a version file that is not Tranche's.");
            }
            if (Integer.parseInt(text) > VERSION) {
                throw new CannotRun("the data folder " + folder + " was made by a newer Tranche (its format is " + text
                        + ", this one reads up to " + VERSION + "). Start that one, or use another --data.");
            }
        } else if (Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new CannotRun(folder + " is not empty and no data folder of Tranche. Name another one with --data.");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
