package tranche.commitments.commitment.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.ClosingKind;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.register.api.Fields;
import tranche.values.actor.ContentHash;
import tranche.web.access.Caller;
import tranche.web.asof.AsOf;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.world.ids.Ids;

/** Closings over HTTP. */
@Controller("/api/v1")
final class ClosingController {

    private final BookCommands books;
    private final CommitmentViews views;
    private final Commands commands;
    private final Ids ids;

    ClosingController(BookCommands books, CommitmentViews views, Commands commands, Ids ids) {
        this.books = books;
        this.views = views;
        this.commands = commands;
        this.ids = ids;
    }

    @Post("/funds/{id}/closings")
    HttpResponse<byte[]> plan(Write write, Caller caller, String id) {
        UUID fund = Fields.pathId(id);
        Body body = write.body();
        var command = new ClosingCommand.Plan(
                new ClosingId(ids.next()),
                body.oneOf("kind", ClosingKind.class),
                body.date("date"),
                body.uuids("commitmentIds", 0, Closing.MOST_COMMITMENTS).stream()
                        .map(CommitmentId::new)
                        .toList(),
                caller.actor());
        body.check();
        return commands.run(write, caller, books.writer()::submit, fund, Set.of(), command, (after, _) -> {
            Closing closing = after.closings().get(command.id()).orElseThrow();
            return Answers.created(
                    "/api/v1/closings/" + closing.id(), closing.version().number(), CommitmentAnswers.json(closing));
        });
    }

    @Get("/funds/{id}/closings")
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller, String id) {
        ListQuery query = ListQuery.of(request);
        query.check();
        var closings = views.closings(caller.access(), Fields.pathId(id), ListQuery.MOST);
        return Answers.read(JsonObject.empty()
                .put("items", closings.stream().map(CommitmentAnswers::json).toList())
                .put("next", null));
    }

    @Get("/closings/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOf.of(request);
        Closing closing =
                views.closing(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(closing.version().number(), CommitmentAnswers.json(closing));
    }

    @Post("/closings/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        caller.requireApproving();
        write.requireKey();
        Body body = write.body();
        String hash = body.sha256("contentHash");
        ClosingId closing = new ClosingId(Fields.pathId(id));
        body.check();
        return move(
                write,
                caller,
                new ClosingCommand.Approve(closing, new ContentHash(hash), caller.actor(), write.ifMatch()));
    }

    @Post("/closings/{id}/cancellation")
    HttpResponse<byte[]> cancel(Write write, Caller caller, String id) {
        Body body = write.body();
        var command = new ClosingCommand.CancelClosing(
                new ClosingId(Fields.pathId(id)),
                body.paragraphs("reason", Fields.FREE_TEXT),
                caller.actor(),
                write.ifMatch());
        body.check();
        return move(write, caller, command);
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, ClosingCommand command) {
        UUID fund = views.fundOfClosing(command.id().value()).orElseThrow(Problem::notFound);
        return commands.run(write, caller, books.writer()::submit, fund, Set.of(), command, (after, _) -> {
            Closing closing = after.closings().get(command.id()).orElseThrow();
            return Answers.ok(closing.version().number(), CommitmentAnswers.json(closing));
        });
    }
}
