package tranche.commitments.imports.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.imports.ImportCommands;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.store.ImportViews;
import tranche.commitments.register.api.Fields;
import tranche.flow.writer.Answer;
import tranche.values.actor.ContentHash;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** What waits for a second person in this service: imports of commitments and of opening balances. */
@Controller("/api/v1/approvals")
final class ApprovalController {

    private final ImportCommands imports;
    private final ImportViews views;
    private final Clock clock;

    ApprovalController(ImportCommands imports, ImportViews views, Clock clock) {
        this.imports = imports;
        this.views = views;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.text("service");
        Optional<Import.Answer> state = query.oneOf("state", Import.Answer.class);
        query.check();
        Instant now = clock.now();
        var page = query.page(
                views.questions(caller.actor(), state, now, after, limit),
                limit,
                found -> List.of(found.id().toString()));
        return Lists.answer(request, page, found -> ImportAnswers.approval(found, now), ImportAnswers.approvals(now));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(Caller caller, String id) {
        return Answers.read(ImportAnswers.approval(seen(caller, id), clock.now()));
    }

    /** Confirms what was seen (D-6), by another person than the one who handed it in (D-1). */
    @Post("/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        Import proposal = seen(caller, id);
        Body body = write.body();
        String hash = body.sha256("contentHash");
        threshold(caller, proposal).checkApproving(caller, body);
        return Commands.answer(imports.approve(proposal.id(), new ContentHash(hash), request(write, caller)));
    }

    @Post("/{id}/rejection")
    HttpResponse<byte[]> reject(Write write, Caller caller, String id) {
        Import proposal = seen(caller, id);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(caller, proposal).checkApproving(caller, body);
        return Commands.answer(imports.reject(proposal.id(), reason, request(write, caller)));
    }

    private Threshold threshold(Caller caller, Import proposal) {
        return new Threshold(() -> proposal.refusalOfAnswer(caller.actor(), clock.now()));
    }

    private static ImportCommands.Request request(Write write, Caller caller) {
        return new ImportCommands.Request(
                caller.actor(),
                write.idempotency(caller.actor().account()),
                write.trace(),
                ApprovalController::answered);
    }

    private static Answer answered(Import answered) {
        return new Answer(
                200,
                Map.of("Content-Type", "application/json"),
                ImportAnswers.approval(answered, answered.recordedAt()).bytes());
    }

    private Import seen(Caller caller, String id) {
        return views.one(caller.actor(), Fields.pathId(id))
                .filter(found -> found.question().isPresent())
                .orElseThrow(Problem::notFound);
    }
}
