package tranche.commitments.commitment.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.SignatorySeal;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentCommand;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.commitment.domain.FundBook;
import tranche.commitments.commitment.domain.Gate;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.commitment.domain.Step;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.store.InvestorViews;
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

/** Commitments over HTTP, from draft to closed. */
@Controller("/api/v1/commitments")
final class CommitmentController {

    private final BookCommands books;
    private final CommitmentViews views;
    private final FundViews funds;
    private final InvestorViews investors;
    private final SignatorySeal seal;
    private final Commands commands;
    private final Ids ids;

    CommitmentController(
            BookCommands books,
            CommitmentViews views,
            FundViews funds,
            InvestorViews investors,
            SignatorySeal seal,
            Commands commands,
            Ids ids) {
        this.books = books;
        this.views = views;
        this.funds = funds;
        this.investors = investors;
        this.seal = seal;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> draft(Write write, Caller caller) {
        Body body = write.body();
        UUID fund = fund(body, caller);
        var command = new CommitmentCommand.Draft(
                new CommitmentId(ids.next()),
                investor(body, caller),
                body.positiveMoney("amount"),
                body.optionalOneOf("effectiveDatePrecision", DatePrecision.class)
                        .orElse(DatePrecision.DAY),
                body.optionalDate("effectiveDate"),
                Fields.foreign(body),
                caller.actor());
        makers(caller).check(body);
        return make(write, caller, fund, command, command.investor(), command.foreign());
    }

    @Post("/take-on")
    HttpResponse<byte[]> draftTakeOn(Write write, Caller caller) {
        Body body = write.body();
        UUID fund = fund(body, caller);
        InvestorId investor = investor(body, caller);
        Money amount = body.positiveMoney("amount");
        Money zero = Money.zero(amount.currency());
        var drawn = new Drawn(
                body.optionalUnsignedMoney("called").orElse(zero),
                body.optionalUnsignedMoney("paid").orElse(zero),
                body.optionalUnsignedMoney("restored").orElse(zero),
                body.optionalUnsignedMoney("distributed").orElse(zero));
        var command = new CommitmentCommand.DraftTakeOn(
                new CommitmentId(ids.next()),
                investor,
                amount,
                new Opening(
                        drawn,
                        body.date("asOf"),
                        body.optionalOneOf("effectiveDatePrecision", DatePrecision.class)
                                .orElse(DatePrecision.DAY),
                        body.paragraphs("source", Fields.FREE_TEXT)),
                Fields.foreign(body),
                caller.actor());
        makers(caller).check(body);
        return make(write, caller, fund, command, command.investor(), command.foreign());
    }

    private UUID fund(Body body, Caller caller) {
        return body.reference("fundId", id -> funds.isThere(caller.access(), id));
    }

    private InvestorId investor(Body body, Caller caller) {
        return new InvestorId(body.reference("investorId", id -> investors.isThere(caller.actor(), id)));
    }

    /** Whoever manages no fund at all enters no commitment. */
    private static Threshold makers(Caller caller) {
        return Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER));
    }

    private HttpResponse<byte[]> make(
            Write write,
            Caller caller,
            UUID fund,
            CommitmentCommand command,
            InvestorId investor,
            Optional<ForeignIdentity> foreign) {
        return commands.run(
                write,
                caller,
                books.writer()::submit,
                fund,
                Set.of(investor.value()),
                command,
                (after, events) -> events.isEmpty()
                        ? known(caller, after, foreign.orElseThrow())
                        : made(commitment(after, command.id())));
    }

    private static Answer made(Commitment commitment) {
        return Answers.created(
                "/api/v1/commitments/" + commitment.id(),
                commitment.version().number(),
                CommitmentAnswers.json(commitment));
    }

    /** The object that the same request made before: its row cannot have changed between load and answer. */
    private Answer known(Caller caller, FundBook after, ForeignIdentity foreign) {
        UUID id = Objects.requireNonNull(after.known().get(foreign)).id();
        return views.one(caller.access(), id, AsOf.NOW)
                .map(CommitmentController::shown)
                .orElseThrow(Problem::notFound);
    }

    private static Commitment commitment(FundBook book, CommitmentId id) {
        return book.commitments().get(id).orElseThrow();
    }

    private static Answer shown(Commitment commitment) {
        return Answers.ok(commitment.version().number(), CommitmentAnswers.json(commitment));
    }

    @Patch("/{id}")
    HttpResponse<byte[]> edit(Write write, Caller caller, String id) {
        Body body = write.body();
        var command = new CommitmentCommand.Edit(
                commitmentId(id),
                body.optionalPositiveMoney("amount"),
                body.optionalOneOf("effectiveDatePrecision", DatePrecision.class),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, id, Step.EDIT).check(body);
        return move(write, caller, command);
    }

    @Post("/{id}/submission")
    HttpResponse<byte[]> submit(Write write, Caller caller, String id) {
        Body body = write.body();
        Optional<String> signatory = body.optionalText("signatory", EvidenceBody.MOST_NAME);
        List<Evidence.Document> documents = EvidenceBody.documents(body);
        Optional<String> source = body.optionalParagraphs("source", Fields.FREE_TEXT);
        var effectiveDate = body.optionalDate("effectiveDate");
        CommitmentId commitment = commitmentId(id);
        threshold(write, caller, id, Step.SUBMIT).check(body);
        return move(
                write,
                caller,
                new CommitmentCommand.Submit(
                        commitment,
                        new Evidence(signatory.map(seal::seal), documents, source),
                        effectiveDate,
                        caller.actor(),
                        write.ifMatch()));
    }

    @Post("/{id}/return")
    HttpResponse<byte[]> sendBack(Write write, Caller caller, String id) {
        Body body = write.body();
        var command = new CommitmentCommand.Return(
                commitmentId(id),
                body.paragraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, id, Step.RETURN).check(body);
        return move(write, caller, command);
    }

    @Post("/{id}/acceptance")
    HttpResponse<byte[]> accept(Write write, Caller caller, String id) {
        Body body = write.body();
        var command = new CommitmentCommand.Accept(
                commitmentId(id),
                body.optionalDate("closingDate"),
                body.optionalSha256("contentHash").map(ContentHash::new),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, id, Step.ACCEPT).checkApproving(caller, body);
        return move(write, caller, command);
    }

    @Post("/{id}/cancellation")
    HttpResponse<byte[]> cancel(Write write, Caller caller, String id) {
        Body body = write.body();
        var command = new CommitmentCommand.Cancel(
                commitmentId(id),
                body.paragraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, id, Step.CANCEL).check(body);
        return move(write, caller, command);
    }

    @Post("/{id}/take-on-approval")
    HttpResponse<byte[]> approveTakeOn(Write write, Caller caller, String id) {
        Body body = write.optionalBody();
        var command = new CommitmentCommand.ApproveTakeOn(
                commitmentId(id),
                body.optionalSha256("contentHash").map(ContentHash::new),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, id, Step.APPROVE_TAKE_ON).checkApproving(caller, body);
        return move(write, caller, command);
    }

    private Threshold threshold(Write write, Caller caller, String id, Step step) {
        return new Threshold(() -> Gate.refusal(
                views.one(caller.access(), Fields.pathId(id), AsOf.NOW), step, caller.actor(), write.ifMatch()));
    }

    private static CommitmentId commitmentId(String id) {
        return new CommitmentId(Fields.pathId(id));
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, CommitmentCommand command) {
        UUID id = command.id().value();
        CommitmentViews.Keys keys = views.keysOf(id).orElseThrow(Problem::notFound);
        // An acceptance asks for the investor's standing, so that must not change meanwhile.
        Set<UUID> reads = command instanceof CommitmentCommand.Accept ? Set.of(keys.investor()) : Set.of();
        return commands.run(
                write,
                caller,
                books.writer()::submit,
                keys.fund(),
                reads,
                command,
                (after, _) -> shown(commitment(after, command.id())));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Commitment commitment =
                views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(commitment.version().number(), CommitmentAnswers.json(commitment));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new CommitmentViews.Filter(
                query.uuid("fundId"),
                query.uuid("investorId"),
                query.uuid("programmeId"),
                query.oneOf("state", CommitmentState.class));
        AsOf asOf = query.asOf();
        query.check();
        var page = query.page(
                views.list(caller.access(), filter, asOf, after, limit),
                limit,
                commitment -> List.of(commitment.id().toString()));
        return Lists.answer(request, page, CommitmentAnswers::json, CommitmentAnswers.TABLE);
    }
}
