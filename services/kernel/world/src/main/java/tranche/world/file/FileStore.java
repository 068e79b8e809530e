package tranche.world.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Files under the SHA-256 of their content, readable by their owner alone (mode 0600). A file is there whole or not at all:
 * it is written beside its place, synced, and renamed.
 *
 * <p>The store does not know what a file is for. Whoever keeps one names it in a row, and drops after a while what no row
 * names; the two must exclude each other, or a file is dropped between its keeping and its naming.
 *
 * <p>Every method throws {@link UncheckedIOException} where the disk fails.
 */
public final class FileStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Ids ids;
    private final Clock clock;

    /** @param folder made where it is not there yet; nobody else writes in it */
    public FileStore(Path folder, Ids ids, Clock clock) {
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /** A content on its way in, to be closed. */
    public IncomingFile incoming() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new IncomingFile(folder.resolve(ids.next() + ".new"), this);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The content of that name, to be closed; empty where there is none. */
    public Optional<InputStream> open(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(place(sha256)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Shows the names of all files that were last kept before an instant, so many at a time.
     *
     * @param batches may drop what it is shown
     */
    public void keptBefore(Instant instant, int most, Consumer<List<String>> batches) {
        List<String> batch = new ArrayList<>();
        eachOlder(instant, file -> {
            String name = file.getFileName().toString();
            if (NAME.matcher(name).matches()) {
                batch.add(name);
            }
            if (batch.size() == most) {
                batches.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
        }
    }

    /** Drops a file, unless it was kept again meanwhile; whether it is gone by this. */
    public boolean drop(String sha256, Instant keptBefore) {
        try {
            return isOlder(place(sha256), keptBefore) && Files.deleteIfExists(place(sha256));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Drops what began to come in before the instant and never came to its end: the process was killed meanwhile. */
    public void dropUnfinished(Instant begunBefore) {
        eachOlder(begunBefore, file -> {
            if (!NAME.matcher(file.getFileName().toString()).matches()) {
                Files.deleteIfExists(file);
            }
        });
    }

    private interface Visit {
        void to(Path file) throws IOException;
    }

    private void eachOlder(Instant instant, Visit visit) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isOlder(file, instant)) {
                    visit.to(file);
                }
            }
        } catch (NoSuchFileException nothingKeptYet) {
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOlder(Path file, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(instant)) < 0;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    Path place(String sha256) {
        return folder.resolve(sha256);
    }

    FileTime now() {
        return FileTime.from(clock.now());
    }

    /** A rename outlives a power failure once the folder that has the names is on the disk. */
    void syncNames() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
