package tranche.commitments.document.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.document.DocumentCommands;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.FileType;
import tranche.commitments.document.store.DocumentViews;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Unavailable;
import tranche.values.actor.Role;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Form;
import tranche.web.body.Forms;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.file.IncomingFile;

/** Documents over HTTP: kept by a manager of what they are about, read by whoever may see that. */
@Controller(DocumentAnswers.PATH)
final class DocumentController {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentController.class);

    private static final String FILE = "file";

    private final DocumentCommands documents;
    private final DocumentViews views;
    private final Subjects subjects;

    DocumentController(DocumentCommands documents, DocumentViews views, Subjects subjects) {
        this.documents = documents;
        this.views = views;
        this.subjects = subjects;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> add(HttpRequest<?> request, Write write, Caller caller) {
        if (!caller.access().holdsAnywhere(Role.FUND_MANAGER)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        String contentType =
                request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class).orElse("");
        try (IncomingFile file = documents.incoming()) {
            Form form = Form.read(write.stream(), contentType, FILE, file::write);
            return Commands.answer(add(form, file, write, caller));
        } catch (UncheckedIOException failed) {
            LOG.error("a document could not be kept: is the disk full?", failed);
            throw new Unavailable("the document cannot be kept", failed);
        }
    }

    private Outcome add(Form form, IncomingFile file, Write write, Caller caller) {
        Body body = form.body(Set.of(Subjects.FIELD));
        String kind = body.text("kind", Document.LONGEST_KIND);
        Optional<Subjects.Named> about = subjects.read(body, caller.actor());
        FileType type = FileType.of(file.head(FileType.HEAD_BYTES));
        if (type == FileType.PROGRAM) {
            body.find(FILE, "is-a-program");
        }
        if (about.isPresent()
                && !caller.access().holds(Role.FUND_MANAGER, about.get().scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        body.check();
        return documents.add(
                file,
                type,
                kind,
                about.orElseThrow().subject(),
                new DocumentCommands.Request(
                        caller.actor(), write.idempotency(caller.actor().account()), DocumentAnswers::named));
    }

    /** The bytes, to be stored and not to be shown: what a browser would make of them is nobody's promise. */
    @Get("/{sha256}")
    HttpResponse<StreamedFile> read(Caller caller, String sha256) {
        Document document = Forms.sha256(sha256)
                .flatMap(name -> views.one(caller.actor(), name))
                .orElseThrow(Problem::notFound);
        FileType type = document.type();
        StreamedFile content = new StreamedFile(
                documents.open(document),
                MediaType.of(type.mediaType()),
                document.recordedAt().toEpochMilli(),
                document.size());
        return HttpResponse.ok(content)
                .header(HttpHeaders.ETAG, DocumentAnswers.tag(document))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.sha256() + "." + type.ending() + "\"");
    }
}
