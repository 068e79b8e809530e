package tranche.portal.receipt.page;

import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.receipt.domain.Proposal;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptState;
import tranche.values.money.Money;

/** A receipt, read from the answers of the service that owns it. */
final class ReceiptAnswer {

    private ReceiptAnswer() {}

    static Receipt receipt(Answered answer) {
        Money amount = answer.money("amount");
        return new Receipt(
                answer.id("id"),
                answer.id("programmeId"),
                answer.id("fundId"),
                ReceiptState.valueOf(answer.text("state")),
                answer.texts("allowed"),
                answer.text("entryReference"),
                answer.day("valueDate"),
                amount,
                new Receipt.Payer(
                        answer.textIfAny("debtorName"), answer.textIfAny("debtorIban"), answer.textIfAny("remittance")),
                answer.objects("matches").stream()
                        .map(one -> new Receipt.Settled(one.id("callId"), one.id("callLineId"), one.money("amount")))
                        .toList(),
                answer.objects("proposals").stream()
                        .map(ReceiptAnswer::proposal)
                        .toList(),
                answer.objects("held").stream().map(ReceiptAnswer::held).toList(),
                answer.objects("leaving").stream().map(ReceiptAnswer::held).toList(),
                answer.money("refunded"),
                answer.textIfAny("reason"),
                answer.instant("recordedAt"),
                answer.whole("version"));
    }

    private static Proposal proposal(Answered one) {
        return new Proposal(
                one.id("callId"),
                one.id("callLineId"),
                one.id("investorId"),
                one.text("reference"),
                one.money("open"),
                one.money("amount"),
                Proposal.Rule.valueOf(one.text("rule")));
    }

    private static Receipt.Held held(Answered one) {
        return new Receipt.Held(one.id("investorId"), one.money("amount"));
    }
}
