package tranche.commitments.drawdown.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.AccountSeal;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.MotionCommands;
import tranche.commitments.drawdown.domain.BankEntry;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.MatchProposal;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.Propose;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptCommand;
import tranche.commitments.drawdown.domain.ReceiptGate;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.ReceiptState;
import tranche.commitments.drawdown.domain.ReceiptStep;
import tranche.commitments.drawdown.store.ReceiptClues;
import tranche.commitments.drawdown.store.ReceiptViews;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.payment.domain.Iban;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.writer.Answer;
import tranche.values.actor.Role;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.asof.AsOfQuery;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.ids.Ids;

/** What comes in, over HTTP: recorded once, matched, held or sent back. */
@Controller("/api/v1/receipts")
final class ReceiptController {

    /** Characters of a bank's reference: an AcctSvcrRef has 35, with the place in a batch behind it. */
    private static final int MOST_REFERENCE = 100;

    /** Characters of what a payer wrote: several lines of 140. */
    private static final int MOST_REMITTANCE = 2_000;

    /** Of a body that is refused for what it says; an IBAN out of ISO 13616's own examples. */
    private static final Iban STAND_IN = new Iban("GB82WEST12345698765432");

    private final DrawdownCommands drawdowns;
    private final MotionCommands motions;
    private final ReceiptViews views;
    private final FundViews funds;
    private final ReceiptClues clues;
    private final AccountSeal seal;
    private final Commands commands;
    private final Ids ids;

    ReceiptController(
            DrawdownCommands drawdowns,
            MotionCommands motions,
            ReceiptViews views,
            FundViews funds,
            ReceiptClues clues,
            AccountSeal seal,
            Commands commands,
            Ids ids) {
        this.drawdowns = drawdowns;
        this.motions = motions;
        this.views = views;
        this.funds = funds;
        this.clues = clues;
        this.seal = seal;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> record(Write write, Caller caller) {
        write.requireKey();
        Body body = write.body();
        UUID fund = body.reference("fundId", id -> funds.isThere(caller.access(), id));
        Iban account = body.parsed("bankAccount", "invalid-iban", Iban::of, STAND_IN);
        String reference = body.text("entryReference", MOST_REFERENCE);
        var valueDate = body.date("valueDate");
        var amount = body.positiveMoney("amount");
        Payer payer = new Payer(
                body.optionalText("debtorName", Fields.NAME),
                body.optionalParsed("debtorIban", "invalid-iban", Iban::of),
                body.optionalParagraphs("remittance", MOST_REMITTANCE));
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        var entry = new BankEntry(
                seal.of(account), reference, valueDate, amount, payer.account().map(seal::of));
        var command = new ReceiptCommand.RecordReceipt(new ReceiptId(ids.next()), entry, payer, caller.actor());
        return commands.run(write, caller, drawdowns.writer()::submit, fund, Set.of(), command, (after, events) -> {
            ReceiptId id = Objects.requireNonNull(after.entries().get(entry.key()));
            Receipt receipt = after.receipts().get(id).orElseThrow();
            return events.isEmpty()
                    ? moved(receipt)
                    : Answers.created(
                            "/api/v1/receipts/" + receipt.id(),
                            receipt.version().number(),
                            kept(receipt));
        });
    }

    private static Answer moved(Receipt receipt) {
        return Answers.ok(receipt.version().number(), kept(receipt));
    }

    /**
     * The answer to a command is kept under its key: the payer's name and account stay out of it, and what the receipt may be
     * for, which changes by itself; they are read.
     */
    private static JsonObject kept(Receipt receipt) {
        return ReceiptAnswers.json(receipt, Optional.empty(), Optional.empty());
    }

    @Post("/{id}/match")
    HttpResponse<byte[]> match(Write write, Caller caller, String id) {
        write.requireKey();
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        Set<CallLineId> lines = new HashSet<>();
        List<ReceiptCommand.Wanted> wanted = body.objects("matches", 0, Receipt.MOST_MATCHES).stream()
                .map(part -> {
                    var line = new CallLineId(part.uuid("callLineId"));
                    if (!lines.add(line)) {
                        part.find("callLineId", "duplicate-item");
                    }
                    return new ReceiptCommand.Wanted(line, part.positiveMoney("amount"));
                })
                .toList();
        var excess = body.optionalUuid("overpaymentInvestorId").map(InvestorId::new);
        threshold(write, caller, receipt, ReceiptStep.MATCH).check(body);
        return move(
                write,
                caller,
                receipt,
                new ReceiptCommand.MatchReceipt(receipt.id(), wanted, excess, caller.actor(), write.ifMatch()));
    }

    @Post("/{id}/unmatch")
    HttpResponse<byte[]> unmatch(Write write, Caller caller, String id) {
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, receipt, ReceiptStep.UNMATCH).check(body);
        return move(
                write,
                caller,
                receipt,
                new ReceiptCommand.UnmatchReceipt(receipt.id(), reason, caller.actor(), write.ifMatch()));
    }

    @Post("/{id}/apply-to-next-call")
    HttpResponse<byte[]> apply(Write write, Caller caller, String id) {
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        var line = new CallLineId(body.uuid("callLineId"));
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, receipt, ReceiptStep.APPLY).check(body);
        return move(
                write,
                caller,
                receipt,
                new ReceiptCommand.ApplyHeld(receipt.id(), line, reason, caller.actor(), write.ifMatch()));
    }

    /** One person wants it back; it goes when another confirms that where all proposals are answered. */
    @Post("/{id}/refund")
    HttpResponse<byte[]> refund(Write write, Caller caller, String id) {
        write.requireKey();
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, receipt, ReceiptStep.REFUND).check(body);
        return Commands.answer(motions.propose(
                receipt.fund(),
                new Propose(new Motion.Refund(receipt.id(), reason), ids.next(), caller.actor(), write.ifMatch()),
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        CallAnswers::awaiting)));
    }

    @Post("/{id}/refund-confirmation")
    HttpResponse<byte[]> confirmRefund(Write write, Caller caller, String id) {
        write.requireKey();
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.optionalBody();
        var effectiveDate = body.optionalDate("effectiveDate");
        threshold(write, caller, receipt, ReceiptStep.CONFIRM_REFUND).check(body);
        return move(
                write,
                caller,
                receipt,
                new ReceiptCommand.ConfirmRefund(receipt.id(), effectiveDate, caller.actor(), write.ifMatch()));
    }

    @Post("/{id}/return")
    HttpResponse<byte[]> returned(Write write, Caller caller, String id) {
        write.requireKey();
        Receipt receipt = seen(caller, id, AsOf.NOW);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        var effectiveDate = body.optionalDate("effectiveDate");
        threshold(write, caller, receipt, ReceiptStep.RETURN).check(body);
        return move(
                write,
                caller,
                receipt,
                new ReceiptCommand.ReturnReceipt(receipt.id(), reason, effectiveDate, caller.actor(), write.ifMatch()));
    }

    private static Threshold threshold(Write write, Caller caller, Receipt receipt, ReceiptStep step) {
        return new Threshold(() -> ReceiptGate.refusal(Optional.of(receipt), step, caller.actor(), write.ifMatch()));
    }

    private Receipt seen(Caller caller, String id, AsOf asOf) {
        return views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, Receipt receipt, ReceiptCommand command) {
        return commands.run(
                write,
                caller,
                drawdowns.writer()::submit,
                receipt.fund().value(),
                Set.of(),
                command,
                (after, _) -> moved(after.receipts().get(command.id()).orElseThrow()));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Receipt receipt = seen(caller, id, asOf);
        var payers = views.payersOf(List.of(receipt.id()));
        Optional<Map<ReceiptId, List<MatchProposal>>> proposals =
                asOf.isNow() ? Optional.of(clues.proposals(List.of(receipt), payers)) : Optional.empty();
        return Answers.read(receipt.version().number(), shown(receipt, payers, proposals));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new ReceiptViews.Filter(
                query.uuid("fundId"), query.uuid("callId"), query.oneOf("state", ReceiptState.class));
        boolean newestFirst = query.flag("newestFirst");
        query.check();
        List<Receipt> receipts = views.list(caller.access(), filter, newestFirst, after, limit);
        var page = query.page(receipts, limit, receipt -> List.of(receipt.id().toString()));
        var payers = views.payersOf(receipts.stream().map(Receipt::id).toList());
        var proposals = Optional.of(clues.proposals(receipts, payers));
        return Lists.answer(request, page, receipt -> shown(receipt, payers, proposals), ReceiptAnswers.TABLE);
    }

    private static JsonObject shown(
            Receipt receipt, Map<ReceiptId, Payer> payers, Optional<Map<ReceiptId, List<MatchProposal>>> proposals) {
        return ReceiptAnswers.json(
                receipt,
                Optional.ofNullable(payers.get(receipt.id())),
                proposals.map(all -> all.getOrDefault(receipt.id(), List.of())));
    }
}
