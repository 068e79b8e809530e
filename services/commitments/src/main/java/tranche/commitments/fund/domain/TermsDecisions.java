package tranche.commitments.fund.domain;

import static tranche.commitments.fund.domain.FundRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.fund.domain.FundRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.fund.domain.FundRefusal.CAP_BELOW_COMMITTED;
import static tranche.commitments.fund.domain.FundRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.fund.domain.FundRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.fund.domain.FundRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.fund.domain.FundRefusal.TERMS_UNCHANGED;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.fund.domain.FundCommand.ChangeTerms;
import tranche.commitments.fund.domain.FundEvent.TermsChanged;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Money;
import tranche.values.proposal.Proposal;
import tranche.values.register.Version;

/**
 * How a fund's cap, calendar and terms are changed (domain §2.0): one person proposes, another confirms, and the same rule
 * is asked both times.
 */
record TermsDecisions(FundFile file, Instant now) {

    Decision<Proposal> propose(ProposeTerms propose) {
        Optional<Decision<Proposal>> closed = FundGate.ofProposing(file.fund(), propose.by(), propose.ifMatch());
        if (closed.isPresent()) {
            return closed.get();
        }
        Fund fund = file.fund().orElseThrow();
        return this.<Proposal>refusal(fund, propose.change())
                .orElseGet(() -> accepted(Proposal.of(
                        propose.proposal(),
                        TermsChange.COMMAND,
                        fund.id().value(),
                        Set.of(fund.scope()),
                        propose.change().on(fund),
                        propose.by(),
                        now)));
    }

    Decision<FundEvent> change(ChangeTerms change) {
        Optional<Decision<FundEvent>> closed = FundGate.ofConfirming(file.fund(), change.proposedBy(), change.by());
        if (closed.isPresent()) {
            return closed.get();
        }
        Fund fund = file.fund().orElseThrow();
        return this.<FundEvent>refusal(fund, change.change())
                .orElseGet(() -> accepted(new TermsChanged(
                        change.id(),
                        change.change().appliedTo(fund.content()),
                        change.proposedBy(),
                        change.change().reason(),
                        fund.version().dateOfNext(change.change().effectiveDate(), fund.today(now)))));
    }

    /** What a change is refused for, in the order in which it is told: conflicts first, then amounts. */
    private <E> Optional<Decision<E>> refusal(Fund fund, TermsChange change) {
        Version version = fund.version();
        LocalDate today = fund.today(now);
        LocalDate effective = version.dateOfNext(change.effectiveDate(), today);
        Optional<Money> cap = change.cap().flatMap(TermsChange.NewCap::amount);
        boolean inFundsCurrency =
                cap.map(amount -> amount.currency().equals(fund.currency())).orElse(true);
        if (version.isAfter(effective)) {
            return no(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", version.effectiveDate().toString()));
        }
        if (effective.isAfter(today)) {
            return no(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString()));
        }
        if (change.appliedTo(fund.content()).equals(fund.content())) {
            return no(TERMS_UNCHANGED, Map.of());
        }
        if (inFundsCurrency && isBelowCommitted(fund, cap)) {
            return no(
                    CAP_BELOW_COMMITTED,
                    Map.of("committed", file.committed().orElseThrow().toString()));
        }
        if (cap.filter(amount -> !amount.isPositive()).isPresent()) {
            return no(AMOUNT_NOT_POSITIVE, Map.of());
        }
        if (!cap.map(Money::isWholeMinorUnits).orElse(true)) {
            return no(AMOUNT_NOT_WHOLE, Map.of());
        }
        if (!inFundsCurrency) {
            return no(CURRENCY_NOT_THE_FUNDS, Map.of("currency", fund.currency().code()));
        }
        return Optional.empty();
    }

    /** A cap that stays as it is may be exceeded already: positions that were taken on are facts (domain §2.1). */
    private boolean isBelowCommitted(Fund fund, Optional<Money> cap) {
        return cap.isPresent()
                && !cap.equals(fund.cap())
                && cap.get().compareTo(file.committed().orElseThrow()) < 0;
    }

    private static <E> Optional<Decision<E>> no(Refusal refusal, Map<String, Object> facts) {
        return Optional.of(refused(refusal, facts));
    }
}
