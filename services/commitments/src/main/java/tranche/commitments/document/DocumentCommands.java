package tranche.commitments.document;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.Subject;
import tranche.commitments.document.store.DocumentRows;
import tranche.flow.Flow;
import tranche.flow.file.KeptFiles;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.values.actor.Actor;
import tranche.values.file.FileType;
import tranche.world.file.IncomingFile;

/** The front door of documents: a file is kept, and a row says what it is and what it is about. */
@Singleton
public final class DocumentCommands {

    private final KeptFiles files;
    private final Writers writers;

    DocumentCommands(KeptFiles files, Flow flow) {
        this.files = files;
        this.writers = flow.writers();
    }

    /**
     * The request behind a document.
     *
     * @param renderer makes the answer of the document and of whether it is new
     */
    public record Request(
            Actor by, Optional<Idempotency> idempotency, BiFunction<Document, Boolean, Answer> renderer) {}

    /** Keeps a file about an object; the same once more is what is there already. */
    public Outcome add(IncomingFile file, FileType type, String kind, Subject about, Request request) {
        IncomingFile.Sealed sealed = file.seal();
        return writers.together(transaction -> {
            Optional<Outcome> earlier = request.idempotency().isEmpty()
                    ? Optional.empty()
                    : transaction.earlier(request.idempotency().get());
            if (earlier.isPresent()) {
                return earlier.get();
            }
            files.keep(transaction, file);
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
        return files.open(document.sha256());
    }
}
