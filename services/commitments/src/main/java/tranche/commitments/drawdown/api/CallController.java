package tranche.commitments.drawdown.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.MotionCommands;
import tranche.commitments.drawdown.domain.CallCheck;
import tranche.commitments.drawdown.domain.CallChecks;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.domain.CallComponent;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.CallDifference;
import tranche.commitments.drawdown.domain.CallGate;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallPayment;
import tranche.commitments.drawdown.domain.CallPreview;
import tranche.commitments.drawdown.domain.CallState;
import tranche.commitments.drawdown.domain.CallStep;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.ComponentType;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Propose;
import tranche.commitments.drawdown.store.CallPayments;
import tranche.commitments.drawdown.store.CallViews;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.payment.domain.Instructions;
import tranche.flow.proposal.ProposalCommands;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
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
import tranche.world.time.Clock;

/** Capital calls over HTTP, from draft to paid. */
@Controller("/api/v1/capital-calls")
final class CallController {

    private final DrawdownCommands drawdowns;
    private final MotionCommands motions;
    private final CallViews views;
    private final FundViews funds;
    private final CallPayments payments;
    private final Commands commands;
    private final Clock clock;
    private final Ids ids;

    CallController(
            DrawdownCommands drawdowns,
            MotionCommands motions,
            CallViews views,
            FundViews funds,
            CallPayments payments,
            Commands commands,
            Clock clock,
            Ids ids) {
        this.drawdowns = drawdowns;
        this.motions = motions;
        this.views = views;
        this.funds = funds;
        this.payments = payments;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> draft(Write write, Caller caller) {
        Body body = write.body();
        UUID fund = body.reference("fundId", id -> funds.isThere(caller.access(), id));
        LocalDate due = body.date("dueDate");
        List<CallComponent> components = components(body);
        String purpose = body.paragraphs("purpose", Fields.FREE_TEXT);
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        var command = new CallCommand.DraftCall(
                new CallId(ids.next()), new CallContent(due, components, purpose), Optional.empty(), caller.actor());
        Instructions instructions = payments.of(new FundId(fund));
        return commands.run(write, caller, drawdowns.writer()::submit, fund, Set.of(), command, (after, _) -> {
            CapitalCall call = call(after, command.id());
            return Answers.created(
                    "/api/v1/capital-calls/" + call.id(),
                    call.version().number(),
                    CallAnswers.json(whole(after, call, instructions)));
        });
    }

    /** What a draft or its edit would come to; nothing is kept of it, so that a form can ask as often as it is filled in. */
    @Post("/preview")
    HttpResponse<byte[]> preview(Write write, Caller caller) {
        Body body = write.body();
        FundId fund = new FundId(body.uuid("fundId"));
        Optional<CallId> edited = body.optionalUuid("callId").map(CallId::new);
        LocalDate due = body.date("dueDate");
        List<CallComponent> components = components(body);
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        CallCommand command = edited.<CallCommand>map(id -> new CallCommand.EditCall(
                        id,
                        Optional.of(due),
                        Optional.of(components),
                        Optional.empty(),
                        caller.actor(),
                        OptionalLong.empty()))
                .orElseGet(() -> new CallCommand.DraftCall(
                        new CallId(ids.next()),
                        new CallContent(due, components, ""),
                        Optional.empty(),
                        caller.actor()));
        return switch (CallPreview.of(views.toDraft(caller.access(), fund, command), command, clock.now())) {
            case Decision.Accepted<CallPreview>(var previews) -> Answers.read(PreviewAnswers.json(previews.getFirst()));
            case Decision.Refused<CallPreview>(var refusal, var facts) -> throw Commands.problem(refusal, facts);
        };
    }

    /** For its fund's staff, as a command has left it; what is issued is paid to the account of that instant. */
    private static ShownCall whole(Drawdowns after, CapitalCall call, Instructions instructions) {
        return new ShownCall(
                call,
                after.linesOf(call.id()),
                true,
                instructions.at(call.version().recordedAt()).map(account -> new CallPayment(account, false)));
    }

    private static List<CallComponent> components(Body body) {
        return body.objects("components", 1, CallContent.MOST_COMPONENTS).stream()
                .map(part -> {
                    ComponentType type = part.oneOf("type", ComponentType.class);
                    Money amount = part.positiveMoney("amount");
                    return new CallComponent(type, amount);
                })
                .toList();
    }

    @Patch("/{id}")
    HttpResponse<byte[]> edit(Write write, Caller caller, String id) {
        CapitalCall call = toBeMoved(caller, id);
        Body body = write.body();
        var command = new CallCommand.EditCall(
                call.id(),
                body.optionalDate("dueDate"),
                body.isGiven("components") ? Optional.of(components(body)) : Optional.empty(),
                body.optionalParagraphs("purpose", Fields.FREE_TEXT),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, call, CallStep.EDIT).check(body);
        return move(write, caller, call, command);
    }

    @Post("/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        CapitalCall call = toBeMoved(caller, id);
        Body body = write.body();
        String hash = body.sha256("contentHash");
        threshold(write, caller, call, CallStep.APPROVE).checkApproving(caller, body);
        return move(
                write,
                caller,
                call,
                new CallCommand.ApproveCall(call.id(), new ContentHash(hash), caller.actor(), write.ifMatch()));
    }

    @Post("/{id}/return")
    HttpResponse<byte[]> sendBack(Write write, Caller caller, String id) {
        return withReason(
                write,
                caller,
                toBeMoved(caller, id),
                CallStep.RETURN,
                (call, reason, ifMatch) -> new CallCommand.ReturnCall(call, reason, caller.actor(), ifMatch));
    }

    @Post("/{id}/reopen")
    HttpResponse<byte[]> reopen(Write write, Caller caller, String id) {
        return withReason(
                write,
                caller,
                toBeMoved(caller, id),
                CallStep.REOPEN,
                (call, reason, ifMatch) -> new CallCommand.ReopenCall(call, reason, caller.actor(), ifMatch));
    }

    @Post("/{id}/cancellation")
    HttpResponse<byte[]> cancel(Write write, Caller caller, String id) {
        return withReason(
                write,
                caller,
                toBeMoved(caller, id),
                CallStep.CANCEL,
                (call, reason, ifMatch) -> new CallCommand.CancelCall(call, reason, caller.actor(), ifMatch));
    }

    @Post("/{id}/issue")
    HttpResponse<byte[]> issue(Write write, Caller caller, String id) {
        write.requireKey();
        CapitalCall call = toBeMoved(caller, id);
        Body body = write.optionalBody();
        threshold(write, caller, call, CallStep.ISSUE).check(body);
        return move(write, caller, call, new CallCommand.IssueCall(call.id(), caller.actor(), write.ifMatch()));
    }

    /** One person takes it back; it is taken back when another confirms it where all proposals are answered. */
    @Post("/{id}/reversal")
    HttpResponse<byte[]> reverse(Write write, Caller caller, String id) {
        write.requireKey();
        CapitalCall call = toBeMoved(caller, id);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, call, CallStep.REVERSE).check(body);
        return Commands.answer(motions.propose(
                call.fund(),
                new Propose(new Motion.Reversal(call.id(), reason), ids.next(), caller.actor(), write.ifMatch()),
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        CallAnswers::awaiting)));
    }

    @FunctionalInterface
    private interface Reasoned {
        CallCommand of(CallId call, String reason, OptionalLong ifMatch);
    }

    private HttpResponse<byte[]> withReason(
            Write write, Caller caller, CapitalCall call, CallStep step, Reasoned command) {
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, call, step).check(body);
        return move(write, caller, call, command.of(call.id(), reason, write.ifMatch()));
    }

    private static Threshold threshold(Write write, Caller caller, CapitalCall call, CallStep step) {
        return new Threshold(() -> CallGate.refusal(Optional.of(call), step, caller.actor(), write.ifMatch()));
    }

    /** Seen by the investors of whom it is demanded, moved by its fund's staff. */
    private CapitalCall toBeMoved(Caller caller, String id) {
        CapitalCall call = seen(caller, id, AsOf.NOW);
        if (!caller.access().holds(CapitalCall.READERS, call.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return call;
    }

    private CapitalCall seen(Caller caller, String id, AsOf asOf) {
        return views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
    }

    private static CapitalCall call(Drawdowns state, CallId id) {
        return state.calls().get(id).orElseThrow();
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, CapitalCall call, CallCommand command) {
        Instructions instructions = payments.of(call.fund());
        return commands.run(
                write, caller, drawdowns.writer()::submit, call.fund().value(), Set.of(), command, (after, _) -> {
                    CapitalCall moved = call(after, command.id());
                    return Answers.ok(moved.version().number(), CallAnswers.json(whole(after, moved, instructions)));
                });
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        CapitalCall call = seen(caller, id, asOf);
        var lines = views.linesOf(caller.access(), List.of(call.id()), asOf);
        ShownCall shown = shown(caller, call, lines, payments.of(List.of(call)));
        return Answers.read(
                call.version().number(),
                CallAnswers.json(
                        asOf.isNow() ? checks(caller, call).map(shown::with).orElse(shown) : shown));
    }

    /** The guards of what comes next, for whoever may see the whole call. */
    private Optional<List<CallCheck>> checks(Caller caller, CapitalCall call) {
        return views.around(caller.access(), call)
                .map(state -> CallChecks.of(state, call.id(), caller.actor(), clock.now()));
    }

    /** What of a call its last edit changed, for the fund's staff. */
    @Get("/{id}/changes")
    HttpResponse<byte[]> changes(Caller caller, String id) {
        CapitalCall call = toBeMoved(caller, id);
        Optional<CapitalCall> earlier = views.earlier(caller.access(), call.id());
        return Answers.read(ChangeAnswers.json(
                call,
                earlier,
                earlier.map(was -> CallDifference.between(
                        was,
                        views.linesThen(caller.access(), was),
                        call,
                        views.linesOf(caller.access(), List.of(call.id()), AsOf.NOW)
                                .getOrDefault(call.id(), List.of())))));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new CallViews.Filter(
                query.uuid("fundId"), query.uuid("trancheId"), query.oneOf("state", CallState.class));
        AsOf asOf = query.asOf();
        query.check();
        List<CapitalCall> calls = views.list(caller.access(), filter, asOf, after, limit);
        var page = query.page(
                calls,
                fitting(caller, calls, asOf, limit),
                call -> List.of(call.id().toString()));
        var lines = views.linesOf(
                caller.access(), page.items().stream().map(CapitalCall::id).toList(), asOf);
        var paid = payments.of(page.items());
        return Lists.answer(
                request,
                page,
                call -> CallAnswers.json(shown(caller, call, lines, paid)),
                call -> List.of(shown(caller, call, lines, paid)),
                CallAnswers.TABLE);
    }

    /** Counted by what the caller is shown: where a page ends tells nobody of lines that are others'. */
    private int fitting(Caller caller, List<CapitalCall> calls, AsOf asOf, int limit) {
        Predicate<CapitalCall> isWhole = call -> caller.access().holds(CapitalCall.READERS, call.scope());
        Map<CallId, Long> own = views.linesSeen(
                caller.access(),
                calls.stream()
                        .filter(Predicate.not(isWhole))
                        .map(CapitalCall::id)
                        .toList(),
                asOf);
        return FittingCalls.of(
                calls, limit, call -> isWhole.test(call) ? call.progress().lines() : own.getOrDefault(call.id(), 0L));
    }

    private static ShownCall shown(
            Caller caller, CapitalCall call, Map<CallId, List<CallLine>> lines, Map<CallId, CallPayment> paid) {
        return ShownCall.to(
                caller.access(),
                call,
                lines.getOrDefault(call.id(), List.of()),
                Optional.ofNullable(paid.get(call.id())));
    }
}
