package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.NOW;
import static tranche.commitments.drawdown.domain.Funds.cents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tranche.commitments.drawdown.domain.MatchClues.Debtor;
import tranche.commitments.drawdown.domain.MatchProposal.Rule;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.Wanted;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.ContentHash;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What is proposed of an issued call for whatever comes in. */
class MatchCluesProperties {

    private static final ContentHash ACCOUNT = ContentHash.of("the payer's account");

    private static Drawdowns after(Drawdowns state, DrawdownCommand command) {
        Decision<DrawdownEvent> decision = state.decide(command, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Drawdowns after = state;
        for (DrawdownEvent event : ((Decision.Accepted<DrawdownEvent>) decision).events()) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    /** A call of so many cents that three investors owe. */
    private static Drawdowns issued(int cents) {
        Drawdowns drafted =
                after(Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00, 50_00)), Funds.draft(List.of(cents)));
        return after(after(drafted, Funds.approve(drafted)), Funds.issue());
    }

    private static RecordReceipt entry(int cents, Optional<String> remittance) {
        RecordReceipt plain = Funds.entry(1, cents(cents), remittance);
        BankEntry entry = plain.entry();
        return new RecordReceipt(
                plain.id(),
                new BankEntry(
                        entry.account(), entry.reference(), entry.valueDate(), entry.amount(), Optional.of(ACCOUNT)),
                plain.payer(),
                plain.by());
    }

    private static List<MatchProposal> proposals(
            Drawdowns state, Optional<InvestorId> known, Optional<String> remittance) {
        Map<Debtor, InvestorId> debtors = known.map(investor -> Map.of(new Debtor(Funds.FUND, ACCOUNT), investor))
                .orElse(Map.of());
        return MatchClues.of(state.lines().values(), debtors).of(receipt(state), remittance);
    }

    private static Receipt receipt(Drawdowns state) {
        return state.receipts().values().getFirst();
    }

    private static Money sum(List<MatchProposal> proposals) {
        return proposals.stream().map(MatchProposal::amount).reduce(Money.zero(Funds.USD), Money::plus);
    }

    @Provide
    Arbitrary<List<Integer>> written() {
        return Arbitraries.integers().between(0, 3).list().ofMaxSize(4);
    }

    @Property(tries = 500)
    @Label(
            "D-4, I-5: what is proposed is of open lines, once each, no more than came in, and is taken when a person says so")
    void what_is_proposed_can_be_confirmed(
            @ForAll @IntRange(min = 3, max = 200_00) int called,
            @ForAll @IntRange(min = 1, max = 250_00) int came,
            @ForAll("written") @Size(max = 4) List<Integer> written,
            @ForAll @IntRange(max = 3) int known) {
        Drawdowns before = issued(called);
        List<CallLine> lines = before.linesOf(CALL);
        String remittance = written.stream()
                .map(place ->
                        place < lines.size() ? lines.get(place).reference().text() : "rent")
                .collect(Collectors.joining(" "));
        Optional<InvestorId> debtor =
                known < lines.size() ? Optional.of(lines.get(known).investor()) : Optional.empty();
        Drawdowns state = after(before, entry(came, Optional.of(remittance)));

        List<MatchProposal> proposals = proposals(state, debtor, Optional.of(remittance));

        if (receipt(state).state() != ReceiptState.UNMATCHED) {
            assertThat(proposals).as("matched to the letter").isEmpty();
            return;
        }
        assertThat(sum(proposals)).isLessThanOrEqualTo(cents(came));
        assertThat(proposals).doesNotHaveDuplicates().allSatisfy(one -> {
            CallLine line = state.lines().get(one.line()).orElseThrow();
            assertThat(line.state().isOpen()).isTrue();
            assertThat(one.amount().isPositive()).isTrue();
            assertThat(one.amount()).isLessThanOrEqualTo(line.open());
            assertThat(one.rule() == Rule.REFERENCE)
                    .isEqualTo(remittance.contains(line.reference().text()));
        });
        boolean isExact = debtor.isPresent() && lines.get(known).open().equals(cents(came));
        assertThat(proposals.isEmpty())
                .isEqualTo(written.stream().noneMatch(place -> place < lines.size()) && !isExact);
        if (!proposals.isEmpty()) {
            Drawdowns matched = after(
                    state,
                    new MatchReceipt(
                            receipt(state).id(),
                            proposals.stream()
                                    .map(one -> new Wanted(one.line(), one.amount()))
                                    .toList(),
                            Optional.of(proposals.getFirst().investor()),
                            ANA,
                            OptionalLong.empty()));
            assertThat(receipt(matched).state()).isNotEqualTo(ReceiptState.UNMATCHED);
            assertThat(proposals(matched, debtor, Optional.of(remittance))).isEmpty();
        }
    }
}
