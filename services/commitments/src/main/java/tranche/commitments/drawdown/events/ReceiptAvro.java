package tranche.commitments.drawdown.events;

import static tranche.commitments.drawdown.events.DrawdownAvro.money;

import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.HeldPart;
import tranche.commitments.OverpaymentApplied;
import tranche.commitments.OverpaymentHeld;
import tranche.commitments.ReceiptMatch;
import tranche.commitments.ReceiptMatched;
import tranche.commitments.ReceiptRecorded;
import tranche.commitments.ReceiptRefunded;
import tranche.commitments.ReceiptReturned;
import tranche.commitments.ReceiptUnmatched;
import tranche.commitments.RefundRequested;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Held;
import tranche.commitments.drawdown.domain.Match;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptEvent;
import tranche.values.actor.ContentHash;

/** The events of what comes in. */
final class ReceiptAvro {

    private ReceiptAvro() {}

    static SpecificRecord record(Head head, Drawdowns after, Receipt receipt, ReceiptEvent event) {
        UUID programme = receipt.programme().value();
        UUID fund = receipt.fund().value();
        String state = receipt.state().name();
        return switch (event) {
            case ReceiptEvent.Recorded recorded ->
                ReceiptRecorded.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setBankAccount(recorded.entry().account().hex())
                        .setEntryReference(recorded.entry().reference())
                        .setValueDate(recorded.entry().valueDate())
                        .setAmount(money(recorded.entry().amount()))
                        .setDebtorAccount(
                                recorded.entry().debtor().map(ContentHash::hex).orElse(null))
                        .setState(state)
                        .build();
            case ReceiptEvent.Matched matched ->
                ReceiptMatched.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setMatches(matches(after, matched.matches()))
                        .setState(state)
                        .build();
            case ReceiptEvent.OverpaymentHeld held ->
                OverpaymentHeld.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(held.investor().value())
                        .setAmount(money(held.amount()))
                        .setReversedLineId(held.from().map(CallLineId::value).orElse(null))
                        .setState(state)
                        .build();
            case ReceiptEvent.OverpaymentApplied applied ->
                OverpaymentApplied.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setMatch(match(after, applied.match()))
                        .setReason(applied.reason())
                        .setState(state)
                        .build();
            case ReceiptEvent.RefundRequested requested ->
                RefundRequested.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setAmount(money(requested.amount()))
                        .setReason(requested.reason())
                        .setProposedBy(requested.proposedBy().account())
                        .setState(state)
                        .build();
            case ReceiptEvent.Refunded refunded ->
                ReceiptRefunded.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setAmount(money(refunded.amount()))
                        .setHeld(held(refunded.held()))
                        .setState(state)
                        .build();
            case ReceiptEvent.Unmatched unmatched ->
                ReceiptUnmatched.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setMatches(matches(after, unmatched.matches()))
                        .setReason(unmatched.reason())
                        .setState(state)
                        .build();
            case ReceiptEvent.Returned returned ->
                ReceiptReturned.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setAmount(money(returned.amount()))
                        .setMatches(matches(after, returned.matches()))
                        .setHeld(held(returned.held()))
                        .setReason(returned.reason())
                        .setState(state)
                        .build();
        };
    }

    private static List<ReceiptMatch> matches(Drawdowns after, List<Match> matches) {
        return matches.stream().map(match -> match(after, match)).toList();
    }

    private static ReceiptMatch match(Drawdowns after, Match match) {
        UUID investor = after.lines().get(match.line()).orElseThrow().investor().value();
        return new ReceiptMatch(match.call().value(), match.line().value(), investor, money(match.amount()));
    }

    private static List<HeldPart> held(List<Held> held) {
        return held.stream()
                .map(one -> new HeldPart(one.investor().value(), money(one.amount())))
                .toList();
    }
}
