package tranche.portal.receipt.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Frame;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptDoing;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.portal.session.domain.Visitor;
import tranche.values.money.Money;

/**
 * How the page of a receipt tells of it.
 *
 * @param fund by name
 * @param calls that it pays, as far as they are read
 */
record ReceiptSheet(Receipt receipt, String fund, Map<UUID, CapitalCall> calls, ReceiptWords says) {

    ReceiptModel model(Frame frame, Visitor visitor, String once) {
        return new ReceiptModel(
                frame,
                receipt.entry(),
                says.chip(receipt.state()),
                amount(receipt.amount()),
                says.words().rich("receipts.now." + receipt.state().code(), gaps()),
                receipt.reason(),
                Optional.of(receipt)
                        .filter(one -> one.state() == ReceiptState.UNMATCHED)
                        .map(one -> new WaitingSheet(one, false, says).model(visitor, once)),
                receipt.settled().stream().map(this::settled).toList(),
                held(),
                facts(),
                // Lines are chosen where something is said of them.
                ReceiptDoing.of(receipt, visitor.access()).stream()
                        .filter(doing -> doing != ReceiptDoing.MATCH)
                        .map(doing -> new ReceiptModel.Doing(
                                says.words().say("receipts.do." + doing.command()),
                                ReceiptWords.address(receipt.id()) + "/" + doing.command(),
                                doing.undoes() ? "risk" : ""))
                        .toList());
    }

    private Map<String, Object> gaps() {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("fund", fund);
        gaps.put("payer", says.payer(receipt));
        gaps.put("day", says.words().dates().day(receipt.valueDate()));
        gaps.put("lines", receipt.settled().size());
        gaps.put("proposals", receipt.proposals().size());
        gaps.put("held", says.full(sum(receipt.held())));
        gaps.put("leaving", says.full(receipt.leaving().isEmpty() ? receipt.present() : sum(receipt.leaving())));
        return gaps;
    }

    private Money sum(List<Receipt.Held> parts) {
        return parts.stream()
                .map(Receipt.Held::amount)
                .reduce(Money.zero(receipt.amount().currency()), Money::plus);
    }

    private ReceiptModel.Settled settled(Receipt.Settled one) {
        Optional<CapitalCall> call = Optional.ofNullable(calls.get(one.call()));
        Optional<CallLine> line = call.flatMap(of ->
                of.lines().stream().filter(own -> own.id().equals(one.line())).findFirst());
        return new ReceiptModel.Settled(
                line.map(CallLine::investor)
                        .map(says::investor)
                        .orElseGet(() -> says.words().say("receipts.investor.unknown")),
                call.map(CapitalCall::reference).orElseGet(() -> says.words().say("receipts.call")),
                "/calls/" + one.call(),
                line.map(CallLine::reference).map(ReceiptWords::inFours),
                amount(one.amount()));
    }

    private List<ReceiptModel.Held> held() {
        return Stream.concat(
                        receipt.held().stream().map(part -> held(part, "receipts.held.kept")),
                        receipt.leaving().stream().map(part -> held(part, "receipts.held.leaving")))
                .toList();
    }

    private ReceiptModel.Held held(Receipt.Held part, String what) {
        return new ReceiptModel.Held(
                says.investor(part.investor()), says.words().say(what), amount(part.amount()));
    }

    private List<ReceiptModel.Fact> facts() {
        List<ReceiptModel.Fact> facts = new ArrayList<>();
        fact(facts, "receipts.fact.fund", Optional.of(fund));
        fact(facts, "receipts.fact.day", Optional.of(says.words().dates().day(receipt.valueDate())));
        fact(facts, "receipts.fact.payer", receipt.payer().name());
        fact(facts, "receipts.fact.account", receipt.payer().iban().map(ReceiptWords::inFours));
        fact(facts, "receipts.fact.wrote", receipt.payer().wrote());
        fact(facts, "receipts.fact.entry", Optional.of(receipt.entry()));
        if (receipt.refunded().isPositive()) {
            fact(facts, "receipts.fact.refunded", Optional.of(says.full(receipt.refunded())));
        }
        return facts;
    }

    private void fact(List<ReceiptModel.Fact> facts, String name, Optional<String> value) {
        value.ifPresent(text -> facts.add(
                new ReceiptModel.Fact(says.words().say(name), text.lines().toList())));
    }

    private ReceiptsModel.Amount amount(Money money) {
        return new ReceiptsModel.Amount(says.full(money), money.plain());
    }
}
