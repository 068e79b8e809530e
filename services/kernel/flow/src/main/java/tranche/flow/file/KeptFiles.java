package tranche.flow.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.world.file.FileStore;
import tranche.world.file.IncomingFile;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * A service's files. Each is on the disk, under its hash, before the row that names it commits: a crash in between leaves a
 * file without a row, which is dropped after a day, and never a row without its file.
 */
public final class KeptFiles {

    /** Namings go side by side; a sweep goes alone, so that no file is dropped between its keeping and its naming. */
    private static final String NAMING = "select pg_advisory_xact_lock_shared(7022920139172081301)";

    private static final String SWEEPING = "select pg_advisory_xact_lock(7022920139172081301)";

    /** Many times longer than any request takes between keeping a file and naming it. */
    private static final Duration UNNAMED = Duration.ofDays(1);

    /** Files of one look; nobody names a file meanwhile. */
    private static final int MOST_AT_ONCE = 500;

    private final FileStore files;
    private final FileNames names;
    private final Writers writers;
    private final Clock clock;

    /**
     * @param data the folder of all services
     * @param service each has a folder of its own in it: no other knows which of its files are named
     */
    public KeptFiles(Path data, String service, FileNames names, Writers writers, Ids ids, Clock clock) {
        this.files = new FileStore(data.resolve("files").resolve(service), ids, clock);
        this.names = names;
        this.writers = writers;
        this.clock = clock;
    }

    /** A file on its way in; what is not {@link #keep kept} is gone when it is closed. */
    public IncomingFile incoming() {
        return files.incoming();
    }

    /** Puts a sealed file in its place, in the transaction that then names it; no sweep is under way until that ends. */
    public void keep(Transaction transaction, IncomingFile file) throws SQLException {
        lock(transaction, NAMING);
        file.keep();
    }

    /**
     * The bytes of a file that a row names, to be closed.
     *
     * @throws IllegalStateException if it is not there
     */
    public InputStream open(String sha256) {
        return files.open(sha256)
                .orElseThrow(() -> new IllegalStateException(
                        "a row names the file " + sha256 + ", and there is none: restore the folder from its backup"));
    }

    /** Drops what was kept, or begun, more than a day ago and has no name; how many files were kept for nothing. */
    public int dropUnnamed() {
        Instant before = clock.now().minus(UNNAMED);
        files.dropUnfinished(before);
        return dropUnnamed(before);
    }

    /** Drops what was last kept before an instant and has no name; how many files. */
    public int dropUnnamed(Instant keptBefore) {
        AtomicInteger dropped = new AtomicInteger();
        files.keptBefore(keptBefore, MOST_AT_ONCE, batch -> dropped.addAndGet(dropUnnamed(batch, keptBefore)));
        return dropped.get();
    }

    private int dropUnnamed(List<String> batch, Instant keptBefore) {
        return writers.together(transaction -> {
            lock(transaction, SWEEPING);
            List<String> unnamed = names.unnamed(transaction.connection(), batch);
            return (int) unnamed.stream()
                    .filter(name -> files.drop(name, keptBefore))
                    .count();
        });
    }

    private static void lock(Transaction transaction, String statement) throws SQLException {
        try (PreparedStatement lock = transaction.connection().prepareStatement(statement)) {
            lock.execute();
        }
    }
}
