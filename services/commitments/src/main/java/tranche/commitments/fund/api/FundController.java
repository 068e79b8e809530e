package tranche.commitments.fund.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.fund.FundCommands;
import tranche.commitments.fund.TermsCommands;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundCommand;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundEvent;
import tranche.commitments.fund.domain.FundFile;
import tranche.commitments.fund.domain.FundGate;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.ProposeTerms;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.fund.domain.TermsChange;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.store.ProgrammeViews;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Recorded;
import tranche.values.actor.Role;
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

/** Funds over HTTP. */
@Controller("/api/v1/funds")
final class FundController {

    private final FundCommands funds;
    private final TermsCommands terms;
    private final FundViews views;
    private final ProgrammeViews programmes;
    private final Commands commands;
    private final Ids ids;

    FundController(
            FundCommands funds,
            TermsCommands terms,
            FundViews views,
            ProgrammeViews programmes,
            Commands commands,
            Ids ids) {
        this.funds = funds;
        this.terms = terms;
        this.views = views;
        this.programmes = programmes;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> create(Write write, Caller caller) {
        Body body = write.body();
        var command = new FundCommand.Create(
                new FundId(ids.next()),
                new ProgrammeId(body.reference("programmeId", id -> programmes.isThere(caller.access(), id))),
                new FundContent(
                        body.text("name", Fields.NAME),
                        body.currency("baseCurrency"),
                        body.optionalMoney("cap"),
                        body.oneOf("calendar", FundCalendar.class),
                        body.optionalObject("terms").map(FundController::terms).orElse(Terms.DEFAULT),
                        body.optionalZone("zone"),
                        body.optionalFlag("unverified").orElse(false),
                        body.optionalParagraphs("sourceNote", Fields.FREE_TEXT)),
                Fields.foreign(body),
                body.optionalDate("effectiveDate"),
                caller.actor());
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        return commands.run(
                write,
                caller,
                funds.writer()::submit,
                command.id().value(),
                Set.of(command.programme().value()),
                command,
                (after, events) -> made(after, events, command));
    }

    private static Terms terms(Body body) {
        return new Terms(
                noticeBusinessDays(body).orElse(Terms.DEFAULT_NOTICE_BUSINESS_DAYS),
                callBasis(body).orElse(CallBasis.COMMITMENT),
                requireKyc(body).orElse(false),
                requireTransferConsent(body).orElse(false));
    }

    private static Answer made(FundFile after, List<Recorded<FundFile, FundEvent>> events, FundCommand.Create command) {
        if (events.isEmpty()) {
            Fund known = Objects.requireNonNull(
                            after.known().get(command.foreign().orElseThrow()))
                    .object();
            return Answers.known(
                    "commitments", known.id().value(), known.version().number(), FundAnswers.json(known));
        }
        Fund fund = after.fund().orElseThrow();
        return Answers.created("/api/v1/funds/" + fund.id(), fund.version().number(), FundAnswers.json(fund));
    }

    /** Proposes a change; it takes effect once another person has confirmed it. */
    @Post("/{id}/change-terms")
    HttpResponse<byte[]> changeTerms(Write write, Caller caller, String id) {
        Fund fund = seenByStaff(caller, Fields.pathId(id));
        Body body = write.body();
        var propose = new ProposeTerms(fund.id(), change(body), ids.next(), caller.actor(), write.ifMatch());
        new Threshold(() -> FundGate.ofProposing(Optional.of(fund), caller.actor(), write.ifMatch())).check(body);
        return Commands.answer(terms.propose(
                propose,
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        FundAnswers::awaiting)));
    }

    private static TermsChange change(Body body) {
        Optional<Money> cap = body.optionalMoney("cap");
        Optional<Body> terms = body.optionalObject("terms");
        return new TermsChange(
                body.has("cap") ? Optional.of(new TermsChange.NewCap(cap)) : Optional.empty(),
                body.optionalOneOf("calendar", FundCalendar.class),
                terms.flatMap(FundController::noticeBusinessDays),
                terms.flatMap(FundController::callBasis),
                terms.flatMap(FundController::requireKyc),
                terms.flatMap(FundController::requireTransferConsent),
                body.optionalDate("effectiveDate"),
                body.optionalParagraphs("reason", Fields.FREE_TEXT));
    }

    private static Optional<Integer> noticeBusinessDays(Body terms) {
        return terms.optionalWhole("noticeBusinessDays", 0, Terms.LONGEST_NOTICE_BUSINESS_DAYS);
    }

    private static Optional<CallBasis> callBasis(Body terms) {
        return terms.optionalOneOf("callBasis", CallBasis.class);
    }

    private static Optional<Boolean> requireKyc(Body terms) {
        return terms.optionalFlag("requireKyc");
    }

    private static Optional<Boolean> requireTransferConsent(Body terms) {
        return terms.optionalFlag("requireTransferConsent");
    }

    @Post("/{id}/stop-subscriptions")
    HttpResponse<byte[]> stopSubscriptions(Write write, Caller caller, String id) {
        Fund fund = seenByStaff(caller, Fields.pathId(id));
        Body body = write.optionalBody();
        var command = new FundCommand.StopSubscriptions(
                fund.id(), body.optionalDate("effectiveDate"), caller.actor(), write.ifMatch());
        new Threshold(() -> FundGate.ofStopping(Optional.of(fund), caller.actor(), write.ifMatch())).check(body);
        return commands.run(write, caller, funds.writer()::submit, fund.id().value(), Set.of(), command, (after, _) -> {
            Fund stopped = after.fund().orElseThrow();
            return Answers.ok(stopped.version().number(), FundAnswers.json(stopped));
        });
    }

    /** An investor sees the funds that it is invested in, which only the rows know, and changes none of them. */
    private Fund seenByStaff(Caller caller, UUID id) {
        Fund fund = views.one(caller.access(), id, AsOf.NOW).orElseThrow(Problem::notFound);
        if (!caller.access().holds(Fund.READERS, fund.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return fund;
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Fund fund = views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(fund.version().number(), FundAnswers.json(fund));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<UUID> programme = query.uuid("programmeId");
        query.check();
        var page = query.page(
                views.list(caller.access(), programme, after, limit),
                limit,
                fund -> List.of(fund.id().toString()));
        return Lists.answer(request, page, FundAnswers::json, FundAnswers.TABLE);
    }
}
