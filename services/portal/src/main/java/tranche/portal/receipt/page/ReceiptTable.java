package tranche.portal.receipt.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.portal.receipt.page.ReceiptsModel.Amount;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/**
 * What the service says of a list of receipts, and how the page says it.
 *
 * @param waiting those that wait for a match
 * @param manages whether the visitor manages a fund, so that there is one to record for
 */
record ReceiptTable(
        ReceiptsQuery query,
        ReceiptDesk.Page page,
        ReceiptDesk.Page waiting,
        Map<UUID, String> funds,
        boolean manages,
        ReceiptWords says) {

    ReceiptsModel model(Frame frame, Visitor visitor, Ids ids) {
        Words words = says.words();
        ReceiptDesk.Filter filter = query.filter();
        return new ReceiptsModel(
                frame,
                sentence(),
                Optional.of(RecordPage.PATH).filter(_ -> manages),
                waiting.receipts().stream()
                        .map(one -> new WaitingSheet(one, true, says)
                                .model(visitor, ids.next().toString()))
                        .toList(),
                FundNames.choices(funds, filter.fund()),
                Arrays.stream(ReceiptState.values())
                        .map(state -> new Choice(
                                state.code(),
                                words.say("receipts.state." + state.code()),
                                filter.state().filter(state::equals).isPresent()))
                        .toList(),
                pills(),
                query.unknown().entrySet().stream()
                        .map(part -> new Unknown(words.say("receipts.filter." + part.getKey()), part.getValue()))
                        .toList(),
                query.under(ReceiptsQuery.PATH),
                page.receipts().stream().map(this::line).toList(),
                words.say(nothing(visitor)),
                page.next().map(query::from),
                query.after().isPresent(),
                query.under("/receipts.csv"),
                query.under("/receipts.xlsx"));
    }

    /** Why the list is empty, and what to do about it. */
    private String nothing(Visitor visitor) {
        if (!MenuEntry.RECEIPTS.isFor(visitor)) {
            return "receipts.none.not-shown";
        }
        return query.isPlain() ? "receipts.none.yet" : "receipts.none";
    }

    private Content sentence() {
        Words words = says.words();
        if (page.receipts().isEmpty()) {
            return words.rich("receipts.lede.none", Map.of());
        }
        return words.rich(
                "receipts.lede",
                Map.of(
                        "count",
                        page.receipts().size(),
                        "part",
                        page.next().isPresent() || query.after().isPresent() ? "yes" : "no",
                        "unmatched",
                        count(ReceiptState.UNMATCHED),
                        "held",
                        count(ReceiptState.OVERPAID)));
    }

    private long count(ReceiptState state) {
        return page.receipts().stream().filter(one -> one.state() == state).count();
    }

    private List<Pill> pills() {
        Words words = says.words();
        List<Pill> pills = new ArrayList<>();
        query.filter()
                .fund()
                .ifPresent(fund -> pills.add(new Pill(
                        words.say("receipts.filter.fund"), FundNames.name(fund, funds, words), query.without("fund"))));
        query.filter()
                .call()
                .ifPresent(call -> pills.add(new Pill(
                        words.say("receipts.filter.call"),
                        words.say("receipts.filter.call.one"),
                        query.without("call"))));
        query.filter()
                .state()
                .ifPresent(state -> pills.add(new Pill(
                        words.say("receipts.filter.state"),
                        words.say("receipts.state." + state.code()),
                        query.without("state"))));
        return pills;
    }

    private ReceiptsModel.Line line(Receipt receipt) {
        List<UUID> calls =
                receipt.settled().stream().map(Receipt.Settled::call).distinct().toList();
        return new ReceiptsModel.Line(
                "r-" + receipt.id(),
                ReceiptWords.address(receipt.id()),
                says.words().dates().day(receipt.valueDate()),
                says.payer(receipt),
                receipt.payer().wrote(),
                FundNames.name(receipt.fund(), funds, says.words()),
                new Amount(says.full(receipt.amount()), receipt.amount().plain()),
                says.chip(receipt.state()),
                says.words()
                        .say(
                                "receipts.use",
                                "lines",
                                receipt.settled().size(),
                                "proposals",
                                receipt.proposals().size()),
                calls.size() == 1 ? Optional.of("/calls/" + calls.getFirst()) : Optional.empty());
    }
}
