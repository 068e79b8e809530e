package tranche.commitments.payment.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.payment.PaymentCommands;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.BankAccountId;
import tranche.commitments.payment.domain.BankAccountState;
import tranche.commitments.payment.domain.BankDetails;
import tranche.commitments.payment.domain.Bic;
import tranche.commitments.payment.domain.Iban;
import tranche.commitments.payment.domain.PaymentCommand;
import tranche.commitments.payment.domain.PaymentFile;
import tranche.commitments.payment.domain.PaymentGate;
import tranche.commitments.payment.store.BankAccountViews;
import tranche.values.actor.ContentHash;
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

/** Bank accounts of funds over HTTP: read by the fund's staff alone. */
@Controller("/api/v1")
final class BankAccountController {

    /** Stands for what could not be read, until the body is refused. */
    private static final Iban NO_IBAN = new Iban("GB82WEST12345698765432");

    private static final Bic NO_BIC = new Bic("XXXXXXXX");

    private final PaymentCommands payments;
    private final BankAccountViews views;
    private final FundViews funds;
    private final Commands commands;
    private final Clock clock;
    private final Ids ids;

    BankAccountController(
            PaymentCommands payments,
            BankAccountViews views,
            FundViews funds,
            Commands commands,
            Clock clock,
            Ids ids) {
        this.payments = payments;
        this.views = views;
        this.funds = funds;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    @Post("/funds/{id}/bank-accounts")
    HttpResponse<byte[]> propose(Write write, Caller caller, String id) {
        Fund fund = seenByStaff(caller, id);
        Body body = write.body();
        var details = new BankDetails(
                body.text("holder", BankDetails.HOLDER),
                body.parsed("iban", "invalid-iban", Iban::of, NO_IBAN),
                body.parsed("bic", "invalid-bic", Bic::of, NO_BIC),
                body.currency("currency"));
        new Threshold(() -> PaymentGate.ofProposing(Optional.of(fund), caller.actor())).check(body);
        var command = new PaymentCommand.Propose(new BankAccountId(ids.next()), fund.id(), details, caller.actor());
        return commands.run(
                write, caller, payments.writer()::submit, fund.id().value(), Set.of(), command, (after, _) -> {
                    BankAccount account = account(after, command.id());
                    return Answers.created(
                            "/api/v1/bank-accounts/" + account.id(),
                            account.version().number(),
                            BankAccountAnswers.json(account, account.version().recordedAt()));
                });
    }

    @Post("/bank-accounts/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        BankAccount account = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        String hash = body.sha256("contentHash");
        new Threshold(() -> PaymentGate.ofApproving(Optional.of(account), caller.actor(), write.ifMatch(), clock.now()))
                .checkApproving(caller, body);
        var command = new PaymentCommand.Approve(account.id(), new ContentHash(hash), caller.actor(), write.ifMatch());
        return commands.run(
                write, caller, payments.writer()::submit, account.fund().value(), Set.of(), command, (after, _) -> {
                    BankAccount approved = account(after, command.id());
                    return Answers.ok(
                            approved.version().number(),
                            BankAccountAnswers.json(approved, approved.version().recordedAt()));
                });
    }

    @Get("/bank-accounts/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        BankAccount account = seen(caller, id, asOf);
        return Answers.read(
                account.version().number(),
                BankAccountAnswers.json(account, asOf.knownAt().orElseGet(clock::now)));
    }

    @Get(
            value = "/funds/{id}/bank-accounts",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller, String id) {
        Fund fund = seenByStaff(caller, id);
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        return answer(request, query, views.list(caller.access(), fund.id().value(), after, limit), limit, clock.now());
    }

    /** Of all funds: what a second person looks through. */
    @Get(
            value = "/bank-accounts",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> listOfAll(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<BankAccountState> state = query.oneOf("state", BankAccountState.class);
        query.check();
        Instant now = clock.now();
        return answer(request, query, views.list(caller.access(), state, now, after, limit), limit, now);
    }

    private static HttpResponse<byte[]> answer(
            HttpRequest<?> request, ListQuery query, List<BankAccount> accounts, int limit, Instant now) {
        var page = query.page(accounts, limit, account -> List.of(account.id().toString()));
        return Lists.answer(
                request, page, account -> BankAccountAnswers.json(account, now), BankAccountAnswers.table(now));
    }

    private static BankAccount account(PaymentFile file, BankAccountId id) {
        return file.accounts().get(id).orElseThrow();
    }

    private BankAccount seen(Caller caller, String id, AsOf asOf) {
        return views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
    }

    /** An investor sees the fund, and its account on the notice alone. */
    private Fund seenByStaff(Caller caller, String id) {
        Fund fund = funds.one(caller.access(), Fields.pathId(id), AsOf.NOW).orElseThrow(Problem::notFound);
        if (!caller.access().holds(BankAccount.READERS, fund.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return fund;
    }
}
