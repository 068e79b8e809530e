package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_BELOW_CALLED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_TOO_GREAT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_UNCHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONSENT_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CLOSED_TO_NEW;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentMotion.Amend;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/**
 * How a closed commitment is given another amount (domain §2.1). An increase is asked what an acceptance is; a decrease never
 * goes below what was called, and is nothing that happens to an investor without its consent.
 */
record Amending(FundBook book, Instant now) {

    <E> Optional<Decision<E>> refusal(Commitment commitment, Amend amend) {
        Optional<Money> change = Optional.of(amend.amount())
                .filter(amount -> amount.currency().equals(commitment.amount().currency()))
                .map(amount -> amount.minus(commitment.amount()));
        return change.<Decision<E>>flatMap(more -> conflict(commitment, more))
                .or(() -> amend.reason().isBlank() ? Optional.of(refused(REASON_MISSING)) : Optional.empty())
                .or(() -> change.flatMap(more -> withoutConsent(more, amend)))
                .or(() -> Amounts.refusal(book.fund().orElseThrow(), amend.amount()))
                .or(() -> change.flatMap(this::tooGreat));
    }

    private <E> Optional<Decision<E>> conflict(Commitment commitment, Money more) {
        if (more.isPositive()) {
            var admission = new Admission(book, now);
            return this.<E>closedToNew()
                    .or(() -> notActive(commitment.investor()))
                    .or(() -> admission.notCleared(commitment.investor()))
                    .or(() -> admission.capExceeded(more));
        }
        if (more.isZero()) {
            return Optional.of(refused(AMOUNT_UNCHANGED));
        }
        Money least = commitment.drawn().called().minus(commitment.drawn().restored());
        return commitment.amount().plus(more).compareTo(least) < 0
                ? Optional.of(refused(AMOUNT_BELOW_CALLED, Map.of("called", least.toString())))
                : Optional.empty();
    }

    private <E> Optional<Decision<E>> closedToNew() {
        return book.fund().orElseThrow().isOpen() ? Optional.empty() : Optional.of(refused(FUND_CLOSED_TO_NEW));
    }

    private <E> Optional<Decision<E>> notActive(InvestorId id) {
        return Optional.ofNullable(book.investors().get(id))
                        .filter(Investor::isActive)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(refused(INVESTOR_NOT_ACTIVE));
    }

    private static <E> Optional<Decision<E>> withoutConsent(Money more, Amend amend) {
        return more.isNegative() && amend.documents().isEmpty()
                ? Optional.of(refused(CONSENT_MISSING))
                : Optional.empty();
    }

    private <E> Optional<Decision<E>> tooGreat(Money more) {
        return more.isPositive() && !book.total().canHold(more)
                ? Optional.of(refused(AMOUNT_TOO_GREAT))
                : Optional.empty();
    }

    static Amended amended(Commitment commitment, Amend amend, Confirm confirm, LocalDate effective) {
        return new Amended(
                commitment.id(),
                commitment.amount(),
                amend.amount(),
                amend.documents(),
                amend.reason(),
                confirm.proposedBy(),
                confirm.content(),
                effective);
    }
}
