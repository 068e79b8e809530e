package tranche.commitments.drawdown.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.TrancheMotionCommands;
import tranche.commitments.drawdown.api.TrancheAnswers.Standing;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.ProposeTranche;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheGate;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.commitments.drawdown.store.TrancheViews;
import tranche.commitments.fund.store.FundViews;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.writer.Answer;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.money.Money;
import tranche.values.register.AsOf;
import tranche.values.register.ForeignIdentity;
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
import tranche.web.table.Lists;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Tranches over HTTP: what is called of a fund, and upon what. */
@Controller("/api/v1/tranches")
final class TrancheController {

    private final DrawdownCommands drawdowns;
    private final TrancheMotionCommands motions;
    private final TrancheViews views;
    private final FundViews funds;
    private final Commands commands;
    private final Clock clock;
    private final Ids ids;

    TrancheController(
            DrawdownCommands drawdowns,
            TrancheMotionCommands motions,
            TrancheViews views,
            FundViews funds,
            Commands commands,
            Clock clock,
            Ids ids) {
        this.drawdowns = drawdowns;
        this.motions = motions;
        this.views = views;
        this.funds = funds;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> draft(Write write, Caller caller) {
        Body body = write.body();
        UUID fund = body.reference("fundId", id -> funds.isThere(caller.access(), id));
        Optional<UUID> project = body.optionalUuid("projectId");
        String name = body.text("name", Fields.NAME);
        Money amount = body.positiveMoney("amount");
        List<Condition> conditions = ConditionBody.of(body);
        Optional<ForeignIdentity> foreign = Fields.foreign(body);
        var effectiveDate = body.optionalDate("effectiveDate");
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        var command = new TrancheCommand.Draft(
                new TrancheId(ids.next()), project, name, amount, conditions, foreign, effectiveDate, caller.actor());
        return commands.run(
                write,
                caller,
                drawdowns.writer()::submit,
                fund,
                Set.of(),
                command,
                (after, events) ->
                        events.isEmpty() ? known(caller, after, foreign.orElseThrow()) : made(after, command.id()));
    }

    private Answer made(Drawdowns after, TrancheId id) {
        Tranche tranche = tranche(after, id);
        return Answers.created(
                "/api/v1/tranches/" + tranche.id(),
                tranche.version().number(),
                TrancheAnswers.json(tranche, standing(after, tranche)));
    }

    private Standing standing(Drawdowns after, Tranche tranche) {
        return new Standing(
                tranche.standing(
                        after.tranches().facts(), after.fund().orElseThrow().today(clock.now())),
                Optional.ofNullable(after.tranches().timetables().get(tranche.id())));
    }

    /** The object that the same request made before. */
    private Answer known(Caller caller, Drawdowns after, ForeignIdentity foreign) {
        UUID id = Objects.requireNonNull(after.tranches().known().get(foreign)).id();
        return views.one(caller.access(), id, AsOf.NOW).map(this::shown).orElseThrow(Problem::notFound);
    }

    @Post("/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        Tranche tranche = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        String hash = body.sha256("contentHash");
        var effectiveDate = body.optionalDate("effectiveDate");
        threshold(write, caller, tranche, TrancheStep.APPROVE).checkApproving(caller, body);
        return move(
                write,
                caller,
                tranche,
                new TrancheCommand.Approve(
                        tranche.id(), new ContentHash(hash), effectiveDate, caller.actor(), write.ifMatch()));
    }

    @Post("/{id}/redraft")
    HttpResponse<byte[]> redraft(Write write, Caller caller, String id) {
        Tranche tranche = seen(caller, id, AsOf.NOW);
        Body body = write.optionalBody();
        threshold(write, caller, tranche, TrancheStep.REDRAFT).check(body);
        return move(
                write,
                caller,
                tranche,
                new TrancheCommand.Redraft(tranche.id(), ids.next(), caller.actor(), write.ifMatch()));
    }

    /** One person proposes other conditions; they hold when another confirms them where all proposals are answered. */
    @Post("/{id}/amend")
    HttpResponse<byte[]> amend(Write write, Caller caller, String id) {
        Tranche tranche = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        List<Condition> conditions = ConditionBody.of(body);
        return propose(
                write,
                caller,
                tranche,
                body,
                new TrancheMotion.Amend(
                        conditions, body.paragraphs("reason", Fields.FREE_TEXT), body.optionalDate("effectiveDate")));
    }

    /** One person proposes to give it up; it is given up when another confirms that. */
    @Post("/{id}/cancel")
    HttpResponse<byte[]> cancel(Write write, Caller caller, String id) {
        Tranche tranche = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        return propose(
                write,
                caller,
                tranche,
                body,
                new TrancheMotion.Cancel(
                        body.paragraphs("reason", Fields.FREE_TEXT), body.optionalDate("effectiveDate")));
    }

    private HttpResponse<byte[]> propose(Write write, Caller caller, Tranche tranche, Body body, TrancheMotion motion) {
        threshold(write, caller, tranche, motion.step()).check(body);
        return Commands.answer(motions.propose(
                tranche.fund(),
                new ProposeTranche(tranche.id(), motion, ids.next(), caller.actor(), write.ifMatch()),
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        CallAnswers::awaiting)));
    }

    private static Threshold threshold(Write write, Caller caller, Tranche tranche, TrancheStep step) {
        return new Threshold(() -> TrancheGate.refusal(Optional.of(tranche), step, caller.actor(), write.ifMatch()));
    }

    private Tranche seen(Caller caller, String id, AsOf asOf) {
        return views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
    }

    private static Tranche tranche(Drawdowns state, TrancheId id) {
        return state.tranches().tranches().get(id).orElseThrow();
    }

    private Answer shown(Tranche tranche) {
        return Answers.ok(
                tranche.version().number(),
                TrancheAnswers.json(
                        tranche, standings(List.of(tranche), AsOf.NOW).apply(tranche)));
    }

    /** As the facts have it now; of earlier times, as was found last, when nobody kept what was forecast. */
    private Function<Tranche, Standing> standings(List<Tranche> tranches, AsOf asOf) {
        if (!asOf.isNow()) {
            return tranche -> new Standing(tranche.evaluation(), Optional.empty());
        }
        Map<TrancheId, Evaluation> standings = views.standings(tranches, clock.now());
        Map<TrancheId, Timetable> timetables = views.timetables(tranches);
        return tranche -> new Standing(
                Optional.ofNullable(standings.get(tranche.id())), Optional.ofNullable(timetables.get(tranche.id())));
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, Tranche tranche, TrancheCommand command) {
        return commands.run(
                write, caller, drawdowns.writer()::submit, tranche.fund().value(), Set.of(), command, (after, _) -> {
                    Tranche moved = tranche(after, command.id());
                    return Answers.ok(moved.version().number(), TrancheAnswers.json(moved, standing(after, moved)));
                });
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Tranche tranche = seen(caller, id, asOf);
        return Answers.read(
                tranche.version().number(),
                TrancheAnswers.json(tranche, standings(List.of(tranche), asOf).apply(tranche)));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new TrancheViews.Filter(
                query.uuid("fundId"), query.uuid("projectId"), query.oneOf("state", TrancheState.class));
        AsOf asOf = query.asOf();
        query.check();
        List<Tranche> tranches = views.list(caller.access(), filter, asOf, after, limit);
        var page = query.page(tranches, limit, tranche -> List.of(tranche.id().toString()));
        var standings = standings(tranches, asOf);
        return Lists.answer(
                request, page, tranche -> TrancheAnswers.json(tranche, standings.apply(tranche)), TrancheAnswers.TABLE);
    }
}
