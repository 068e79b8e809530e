package tranche.commitments.document.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.document.DocumentCommands;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.store.DocumentViews;
import tranche.flow.writer.Outcome;
import tranche.values.actor.Role;
import tranche.values.file.FileType;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Form;
import tranche.web.body.Forms;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.file.Downloads;
import tranche.web.file.Uploads;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.file.IncomingFile;

/** Documents over HTTP: kept by a manager of what they are about, read by whoever may see that. */
@Controller(DocumentAnswers.PATH)
final class DocumentController {

    private final DocumentCommands documents;
    private final DocumentViews views;
    private final Subjects subjects;
    private final Uploads uploads;

    DocumentController(DocumentCommands documents, DocumentViews views, Subjects subjects, Uploads uploads) {
        this.documents = documents;
        this.views = views;
        this.subjects = subjects;
        this.uploads = uploads;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> add(HttpRequest<?> request, Write write, Caller caller) {
        if (!caller.access().holdsAnywhere(Role.FUND_MANAGER)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return Commands.answer(uploads.take(request, write, (form, file) -> add(form, file, write, caller)));
    }

    private Outcome add(Form form, IncomingFile file, Write write, Caller caller) {
        Body body = form.body(Set.of(Subjects.FIELD));
        String kind = body.text("kind", Document.LONGEST_KIND);
        Optional<Subjects.Named> about = subjects.read(body, caller.actor());
        FileType type = Uploads.type(body, file);
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

    @Get("/{sha256}")
    HttpResponse<StreamedFile> read(Caller caller, String sha256) {
        Document document = Forms.sha256(sha256)
                .flatMap(name -> views.one(caller.actor(), name))
                .orElseThrow(Problem::notFound);
        return Downloads.answer(
                document.sha256(),
                Optional.empty(),
                document.type(),
                document.size(),
                document.recordedAt(),
                documents.open(document));
    }
}
