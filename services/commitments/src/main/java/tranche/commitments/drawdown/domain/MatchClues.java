package tranche.commitments.drawdown.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.MatchProposal.Rule;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.ContentHash;
import tranche.values.money.Money;

/**
 * What points from receipts that nobody has matched to the lines that they may be for (rule D-4, orders 2 and 3). A pure
 * reading of rows: it says what a person may confirm, and records nothing.
 *
 * @param named open lines by the references that payers write
 * @param open open lines of investors that are known by their accounts, all that they have in the fund
 * @param debtors the investors of accounts that are known for one alone
 */
public record MatchClues(
        Map<PaymentReference, CallLine> named, Map<Owing, List<CallLine>> open, Map<Debtor, InvestorId> debtors) {

    /** An account, by its fingerprint, from which money came to a fund. */
    public record Debtor(FundId fund, ContentHash account) {}

    /** An investor of a fund. */
    public record Owing(FundId fund, InvestorId investor) {}

    public MatchClues {
        named = Map.copyOf(named);
        open = Map.copyOf(open);
        debtors = Map.copyOf(debtors);
    }

    /**
     * @param lines those that payers name, and all open ones of the investors of the debtors
     * @param debtors the investors of accounts that are known for one alone
     */
    public static MatchClues of(List<CallLine> lines, Map<Debtor, InvestorId> debtors) {
        List<CallLine> open =
                lines.stream().filter(line -> line.state().isOpen()).toList();
        return new MatchClues(
                open.stream().collect(Collectors.toMap(CallLine::reference, line -> line)),
                open.stream().collect(Collectors.groupingBy(line -> new Owing(line.fund(), line.investor()))),
                debtors);
    }

    /** Where money of a receipt that has not been matched came from, if the bank names it. */
    public static Optional<Debtor> debtor(Receipt receipt) {
        return receipt.entry().debtor().map(account -> new Debtor(receipt.fund(), account));
    }

    /**
     * What a receipt may be for.
     *
     * @param remittance what its payer wrote
     * @return in the order in which the payer wrote it, no line twice; together no more than there is of the receipt
     */
    public List<MatchProposal> of(Receipt receipt, Optional<String> remittance) {
        if (receipt.state() != ReceiptState.UNMATCHED) {
            return List.of();
        }
        List<MatchProposal> written =
                byReference(receipt, remittance.map(PaymentReference::in).orElse(Set.of()));
        return written.isEmpty() ? byDebtor(receipt) : written;
    }

    private List<MatchProposal> byReference(Receipt receipt, Set<PaymentReference> written) {
        List<MatchProposal> proposals = new ArrayList<>();
        Money rest = receipt.present();
        for (PaymentReference reference : written) {
            CallLine line = named.get(reference);
            if (line != null && line.fund().equals(receipt.fund()) && rest.isPositive()) {
                Money amount = rest.compareTo(line.open()) < 0 ? rest : line.open();
                proposals.add(proposal(line, amount, Rule.REFERENCE));
                rest = rest.minus(amount);
            }
        }
        return proposals;
    }

    private List<MatchProposal> byDebtor(Receipt receipt) {
        return debtor(receipt)
                .map(debtors::get)
                .map(investor -> open.getOrDefault(new Owing(receipt.fund(), investor), List.of()))
                .filter(lines -> lines.size() == 1 && lines.getFirst().open().equals(receipt.present()))
                .map(lines -> List.of(proposal(lines.getFirst(), receipt.present(), Rule.DEBTOR)))
                .orElse(List.of());
    }

    private static MatchProposal proposal(CallLine line, Money amount, Rule rule) {
        return new MatchProposal(line.call(), line.id(), line.investor(), line.reference(), line.open(), amount, rule);
    }
}
