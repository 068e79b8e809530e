package tranche.portal.receipt.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.portal.receipt.domain.Proposal;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptDoing;
import tranche.portal.receipt.page.ReceiptsModel.Amount;
import tranche.portal.session.domain.Visitor;
import tranche.values.money.Money;

/**
 * What an unmatched receipt may be for, and how a person says so: what is sent are the lines and amounts that were shown, so that
 * what is confirmed is what was read.
 *
 * @param list whether the page after it is the list
 */
record WaitingSheet(Receipt receipt, boolean list, ReceiptWords says) {

    /** Stands in a form that was sent from the list. */
    static final String FROM_LIST = "list";

    ReceiptsModel.Waiting model(Visitor visitor, String once) {
        boolean may = ReceiptDoing.of(receipt, visitor.access()).contains(ReceiptDoing.MATCH);
        String address = ReceiptWords.address(receipt.id()) + "/" + ReceiptDoing.MATCH.command();
        return new ReceiptsModel.Waiting(
                ReceiptWords.address(receipt.id()),
                amount(receipt.present()),
                says.payer(receipt),
                says.words().dates().day(receipt.valueDate()),
                receipt.payer().wrote(),
                receipt.proposals().stream().map(this::proposed).toList(),
                excess(),
                Optional.of(receipt)
                        .filter(one -> may && one.isProposedWhole())
                        .map(one -> new ReceiptsModel.Confirm(
                                address, visitor.csrf(), Long.toString(receipt.version()), once, fields())),
                Optional.of(address).filter(_ -> may));
    }

    private ReceiptsModel.Proposed proposed(Proposal proposal) {
        return new ReceiptsModel.Proposed(
                says.investor(proposal.investor()),
                ReceiptWords.inFours(proposal.reference()),
                "/calls/" + proposal.call(),
                amount(proposal.amount()),
                says.likelihood(proposal),
                says.because(proposal));
    }

    private Optional<String> excess() {
        Money rest = receipt.excess();
        if (receipt.proposals().isEmpty() || !rest.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(receipt.holder()
                .map(investor -> says.words()
                        .say("receipts.excess", "rest", says.full(rest), "investor", says.investor(investor)))
                .orElseGet(() -> says.words().say("receipts.excess.whose", "rest", says.full(rest))));
    }

    private List<ReceiptsModel.Hidden> fields() {
        List<ReceiptsModel.Hidden> fields = new ArrayList<>();
        for (Proposal proposal : receipt.proposals()) {
            fields.add(new ReceiptsModel.Hidden(MatchForm.LINE + proposal.line(), "on"));
            fields.add(new ReceiptsModel.Hidden(
                    MatchForm.AMOUNT + proposal.line(), says.words().money().bare(proposal.amount())));
        }
        if (receipt.excess().isPositive()) {
            receipt.holder()
                    .ifPresent(investor -> fields.add(new ReceiptsModel.Hidden(MatchForm.HOLDER, investor.toString())));
        }
        if (list) {
            fields.add(new ReceiptsModel.Hidden(FROM_LIST, "yes"));
        }
        return fields;
    }

    private Amount amount(Money money) {
        return new Amount(says.full(money), money.plain());
    }
}
