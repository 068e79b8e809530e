package tranche.commitments.imports.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.imports.ImportCommands;
import tranche.commitments.imports.domain.Filing;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.ImportRefusal;
import tranche.commitments.imports.domain.Layout;
import tranche.commitments.imports.domain.Mapping;
import tranche.commitments.imports.store.ImportViews;
import tranche.commitments.imports.store.References;
import tranche.values.actor.Role;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** Files of funds, investors, commitments and opening balances. */
@Controller(ImportAnswers.PATH)
final class ImportController {

    private static final String CSV = "text/csv";

    private final ImportCommands imports;
    private final ImportViews views;
    private final References references;
    private final ImportAnswers answers;
    private final Clock clock;

    ImportController(
            ImportCommands imports, ImportViews views, References references, ImportAnswers answers, Clock clock) {
        this.imports = imports;
        this.views = views;
        this.references = references;
        this.answers = answers;
        this.clock = clock;
    }

    /** Takes a file; it is answered with 201 in whatever state that leaves it. */
    @Post(consumes = {CSV, MediaType.MULTIPART_FORM_DATA})
    HttpResponse<byte[]> take(HttpRequest<?> request, Write write, Caller caller) {
        ListQuery query = ListQuery.of(request);
        Optional<ImportKind> kind = kind(query, true);
        boolean dryRun = query.flag("dryRun");
        if (!caller.access().holdsAnywhere(Role.FUND_MANAGER)) {
            throw Problem.of(ImportRefusal.FORBIDDEN);
        }
        query.check();
        String contentType =
                request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class).orElse(CSV);
        MediaType type = MediaType.of(contentType);
        if (type.getCharset().filter(charset -> !isUtf8(charset)).isPresent()) {
            throw Problem.of(RequestRefusal.UNSUPPORTED_MEDIA_TYPE);
        }
        Filing filing = read(kind.orElseThrow(), Upload.of(type, contentType, write.file()), caller);
        return Commands.answer(imports.take(
                filing,
                dryRun,
                new ImportCommands.Request(
                        caller.actor(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        made -> answers.taken(made, dryRun, caller.language()))));
    }

    private static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    private Filing read(ImportKind kind, Upload upload, Caller caller) {
        Mapping mapping =
                upload.mapping().map(json -> MappingBody.read(kind, json)).orElse(Mapping.NONE);
        return new RowReader(references, caller.actor())
                .read(kind, Layout.of(kind, mapping, CsvFile.read(upload.file())));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        ListQuery query = ListQuery.of(request);
        kind(query, false);
        query.check();
        Import found = views.one(caller.actor(), Fields.pathId(id)).orElseThrow(Problem::notFound);
        Instant now = clock.now();
        return Answers.read(found.versionAt(now), answers.json(found, now, false, caller.language()));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<ImportKind> kind = kind(query, false);
        query.check();
        Instant now = clock.now();
        var page = query.page(
                views.list(caller.actor(), kind, after, limit),
                limit,
                found -> List.of(found.id().toString()));
        return Lists.answer(
                request, page, found -> answers.json(found, now, false, caller.language()), ImportAnswers.imports(now));
    }

    private static Optional<ImportKind> kind(ListQuery query, boolean required) {
        Map<String, ImportKind> kinds = new LinkedHashMap<>();
        for (ImportKind kind : ImportKind.values()) {
            kinds.put(kind.code(), kind);
        }
        Optional<String> given = query.text("kind");
        Optional<ImportKind> kind = given.flatMap(code -> Optional.ofNullable(kinds.get(code)));
        if (given.isPresent() && kind.isEmpty()) {
            query.find("kind", "not-one-of", Map.of("allowed", String.join(", ", kinds.keySet())));
        } else if (given.isEmpty() && required) {
            query.find("kind", "required", Map.of());
        }
        return kind;
    }
}
