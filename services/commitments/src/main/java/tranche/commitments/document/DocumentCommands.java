package tranche.commitments.document;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.FileType;
import tranche.commitments.document.domain.Subject;
import tranche.commitments.document.store.DocumentRows;
import tranche.flow.Flow;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.values.actor.Actor;
import tranche.world.file.FileStore;
import tranche.world.file.IncomingFile;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * The front door of documents. A file is on the disk, under its name, before the row that names it commits: a crash in
 * between leaves a file without a row, which is dropped after a day, and never a row without its file.
 */
@Singleton
public final class DocumentCommands {

    /** Many times longer than any request takes between keeping a file and naming it. */
    private static final Duration UNNAMED = Duration.ofDays(1);

    /** Files of one look; nobody names a file meanwhile. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final FileStore files;
    private final Writers writers;
    private final Clock clock;

    /** @param data each service has a folder of its own in it: no other knows which of its files are named */
    DocumentCommands(@Value("${tranche.data}") String data, Flow flow, Ids ids, Clock clock) {
        this.files = new FileStore(Path.of(data).resolve("files").resolve("commitments"), ids, clock);
        this.writers = flow.writers();
        this.clock = clock;
    }

    /**
     * The request behind a document.
     *
     * @param renderer makes the answer of the document and of whether it is new
     */
    public record Request(
            Actor by, Optional<Idempotency> idempotency, BiFunction<Document, Boolean, Answer> renderer) {}

    /** A file on its way in; what is not {@link #add added} is gone when it is closed. */
    public IncomingFile incoming() {
        return files.incoming();
    }

    /** Keeps a file about an object; the same once more is what is there already. */
    public Outcome add(IncomingFile file, FileType type, String kind, Subject about, Request request) {
        IncomingFile.Sealed sealed = file.seal();
        return together(transaction -> {
            Optional<Outcome> earlier = request.idempotency().isEmpty()
                    ? Optional.empty()
                    : transaction.earlier(request.idempotency().get());
            if (earlier.isPresent()) {
                return earlier.get();
            }
            DocumentRows.beginNaming(transaction.connection());
            file.keep();
            return name(
                    transaction,
                    new Document(
                            sealed.sha256(),
                            sealed.size(),
                            type,
                            kind,
                            about,
                            request.by().asMaker(),
                            transaction.now()),
                    request);
        });
    }

    private static Outcome name(Transaction transaction, Document document, Request request) throws SQLException {
        boolean isNew = DocumentRows.insert(transaction.connection(), document);
        Document named =
                isNew ? document : DocumentRows.one(transaction.connection(), document.sha256(), document.about());
        Outcome.Done done = new Outcome.Done(request.renderer().apply(named, isNew), Position.NONE, false);
        if (request.idempotency().isPresent()) {
            transaction.keep(request.idempotency().get(), done);
        }
        return done;
    }

    /** The bytes of a document, to be closed. */
    public InputStream open(Document document) {
        return files.open(document.sha256())
                .orElseThrow(() -> new IllegalStateException("a row names the file " + document.sha256()
                        + ", and there is none: restore the folder from its backup"));
    }

    /** Drops what was kept, or begun, more than a day ago and has no name; how many files were kept for nothing. */
    public int dropUnnamed() {
        Instant before = clock.now().minus(UNNAMED);
        files.dropUnfinished(before);
        return dropUnnamed(before);
    }

    int dropUnnamed(Instant keptBefore) {
        AtomicInteger dropped = new AtomicInteger();
        files.keptBefore(keptBefore, MOST_AT_ONCE, names -> dropped.addAndGet(dropUnnamed(names, keptBefore)));
        return dropped.get();
    }

    private int dropUnnamed(List<String> names, Instant keptBefore) {
        return together(transaction -> {
            DocumentRows.beginSweeping(transaction.connection());
            List<String> unnamed = DocumentRows.unnamed(transaction.connection(), names);
            return (int) unnamed.stream()
                    .filter(name -> files.drop(name, keptBefore))
                    .count();
        });
    }

    private <T> T together(Writers.Together<T> work) {
        try {
            return writers.together(work);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(COME_AGAIN);
        }
    }
}
