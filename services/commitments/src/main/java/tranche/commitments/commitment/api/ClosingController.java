package tranche.commitments.commitment.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.ClosingKind;
import tranche.commitments.commitment.domain.ClosingState;
import tranche.commitments.commitment.domain.ClosingStep;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.Gate;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.store.FundViews;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.asof.AsOfQuery;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Lists;
import tranche.world.ids.Ids;

/** Closings over HTTP. */
@Controller("/api/v1")
final class ClosingController {

    private final BookCommands books;
    private final CommitmentViews views;
    private final FundViews funds;
    private final Commands commands;
    private final Ids ids;

    ClosingController(BookCommands books, CommitmentViews views, FundViews funds, Commands commands, Ids ids) {
        this.books = books;
        this.views = views;
        this.funds = funds;
        this.commands = commands;
        this.ids = ids;
    }

    @Post("/funds/{id}/closings")
    HttpResponse<byte[]> plan(Write write, Caller caller, String id) {
        Fund fund = seenByStaff(caller, Fields.pathId(id));
        Body body = write.body();
        var command = new ClosingCommand.Plan(
                new ClosingId(ids.next()),
                body.oneOf("kind", ClosingKind.class),
                body.date("date"),
                body.uuids("commitmentIds", 0, Closing.MOST_COMMITMENTS).stream()
                        .map(CommitmentId::new)
                        .toList(),
                caller.actor());
        Threshold.openTo(caller.access().holds(Role.FUND_MANAGER, fund.scope())).check(body);
        return commands.run(write, caller, books.writer()::submit, fund.id().value(), Set.of(), command, (after, _) -> {
            Closing closing = after.closings().get(command.id()).orElseThrow();
            return Answers.created(
                    "/api/v1/closings/" + closing.id(),
                    closing.version().number(),
                    CommitmentAnswers.json(closing, after.commitments(), _ -> true));
        });
    }

    @Get(
            value = "/funds/{id}/closings",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller, String id) {
        Fund fund = seen(caller, Fields.pathId(id));
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        List<Closing> closings = views.closings(caller.access(), fund.id().value(), after, limit);
        var page = query.page(closings, limit, closing -> List.of(closing.id().toString()));
        var present = views.commitmentsOf(closings, AsOf.NOW);
        Predicate<CommitmentId> seen = seenOf(caller, fund.id().value(), fund.scope());
        return Lists.answer(
                request, page, closing -> CommitmentAnswers.json(closing, present, seen), CommitmentAnswers.CLOSINGS);
    }

    /** Of all funds: what a second person looks through. */
    @Get(
            value = "/closings",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> listOfAll(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<ClosingState> state = query.oneOf("state", ClosingState.class);
        query.check();
        List<Closing> closings = views.closings(caller.access(), state, after, limit);
        var page = query.page(closings, limit, closing -> List.of(closing.id().toString()));
        var present = views.commitmentsOf(closings, AsOf.NOW);
        return Lists.answer(
                request,
                page,
                closing -> CommitmentAnswers.json(closing, present, _ -> true),
                CommitmentAnswers.CLOSINGS);
    }

    @Get("/closings/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Closing closing =
                views.closing(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        Predicate<CommitmentId> seen = seenOf(caller, closing.fund().value(), closing.scope());
        var present = views.commitmentsOf(List.of(closing), asOf);
        return Answers.read(closing.version().number(), CommitmentAnswers.json(closing, present, seen));
    }

    @Post("/closings/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        write.requireKey();
        Closing closing = toBeMoved(caller, Fields.pathId(id));
        Body body = write.body();
        String hash = body.sha256("contentHash");
        threshold(write, caller, closing, ClosingStep.APPROVE).checkApproving(caller, body);
        return move(
                write,
                caller,
                closing,
                new ClosingCommand.Approve(closing.id(), new ContentHash(hash), caller.actor(), write.ifMatch()));
    }

    @Post("/closings/{id}/cancellation")
    HttpResponse<byte[]> cancel(Write write, Caller caller, String id) {
        Closing closing = toBeMoved(caller, Fields.pathId(id));
        Body body = write.body();
        var command = new ClosingCommand.CancelClosing(
                closing.id(), body.paragraphs("reason", Fields.FREE_TEXT), caller.actor(), write.ifMatch());
        threshold(write, caller, closing, ClosingStep.CANCEL).check(body);
        return move(write, caller, closing, command);
    }

    private static Threshold threshold(Write write, Caller caller, Closing closing, ClosingStep step) {
        return new Threshold(() -> Gate.refusal(Optional.of(closing), step, caller.actor(), write.ifMatch()));
    }

    /** Staff see all commitments of a closing, an investor its own. */
    private Predicate<CommitmentId> seenOf(Caller caller, UUID fund, Scope scope) {
        return caller.access().holds(Fund.READERS, scope) ? _ -> true : views.seenOf(caller.access(), fund)::contains;
    }

    private Fund seen(Caller caller, UUID fund) {
        return funds.one(caller.access(), fund, AsOf.NOW).orElseThrow(Problem::notFound);
    }

    /** An investor sees the funds that it is invested in, which only the rows know, and plans nothing in them. */
    private Fund seenByStaff(Caller caller, UUID id) {
        Fund fund = seen(caller, id);
        requireStaff(caller, fund.scope());
        return fund;
    }

    /** As the fund that it belongs to: seen by its investors, moved by its staff. */
    private Closing toBeMoved(Caller caller, UUID id) {
        Closing closing = views.closing(caller.access(), id, AsOf.NOW).orElseThrow(Problem::notFound);
        requireStaff(caller, closing.scope());
        return closing;
    }

    private static void requireStaff(Caller caller, Scope fund) {
        if (!caller.access().holds(Fund.READERS, fund)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, Closing closing, ClosingCommand command) {
        return commands.run(
                write, caller, books.writer()::submit, closing.fund().value(), Set.of(), command, (after, _) -> {
                    Closing moved = after.closings().get(command.id()).orElseThrow();
                    return Answers.ok(
                            moved.version().number(), CommitmentAnswers.json(moved, after.commitments(), _ -> true));
                });
    }
}
