package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.CONSENT_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.LINES_UNPAID;
import static tranche.commitments.commitment.domain.CommitmentRefusal.TRANSFER_EXCEEDS_COMMITMENT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.TRANSFER_TO_SAME_INVESTOR;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.commitment.domain.CommitmentEvent.TransferReceived;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.commitments.commitment.domain.CommitmentMotion.Transfer;
import tranche.commitments.investor.domain.Investor;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/**
 * How a closed commitment, or a part of it, goes over to another investor (domain §2.1), with the same share of its history.
 * What is called and not yet paid is paid first: a line is owed by the one it was sent to.
 */
record Transferring(FundBook book, Instant now) {

    /** @param seen whether whoever asks sees an investor */
    <E> Optional<Decision<E>> refusal(Commitment commitment, Transfer transfer, Predicate<Investor> seen) {
        Optional<Investor> taker =
                Optional.ofNullable(book.investors().get(transfer.to())).filter(seen);
        return taker.<Decision<E>>flatMap(this::notAdmitted)
                .or(() -> unpaid(commitment))
                .or(() -> exceeds(commitment, transfer))
                .or(() -> taker.isEmpty()
                        ? Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "toInvestorId")))
                        : Optional.empty())
                .or(() -> transfer.to().equals(commitment.investor())
                        ? Optional.of(refused(TRANSFER_TO_SAME_INVESTOR))
                        : Optional.empty())
                .or(() -> withoutConsent(transfer))
                .or(() -> transfer.part()
                        .flatMap(part -> Amounts.refusal(book.fund().orElseThrow(), part)));
    }

    private <E> Optional<Decision<E>> notAdmitted(Investor taker) {
        return taker.isActive()
                ? new Admission(book, now).notCleared(taker.id())
                : Optional.of(refused(INVESTOR_NOT_ACTIVE));
    }

    /** Where the fund's terms ask for it, a document shows that the taker consents. */
    private <E> Optional<Decision<E>> withoutConsent(Transfer transfer) {
        return book.fund().orElseThrow().terms().requireTransferConsent()
                        && transfer.documents().isEmpty()
                ? Optional.of(refused(CONSENT_MISSING))
                : Optional.empty();
    }

    private static <E> Optional<Decision<E>> unpaid(Commitment commitment) {
        Money unpaid = commitment.drawn().calledUnpaid();
        return unpaid.isPositive()
                ? Optional.of(refused(LINES_UNPAID, Map.of("unpaid", unpaid.toString())))
                : Optional.empty();
    }

    private static <E> Optional<Decision<E>> exceeds(Commitment commitment, Transfer transfer) {
        Money amount = commitment.amount();
        return transfer.part()
                .filter(part -> part.currency().equals(amount.currency()) && part.compareTo(amount) > 0)
                .map(_ -> refused(TRANSFER_EXCEEDS_COMMITMENT, Map.of("amount", amount.toString())));
    }

    static List<BookEvent> transferred(Commitment commitment, Transfer transfer, Confirm confirm, LocalDate effective) {
        Division division = transfer.divide(commitment).orElseThrow();
        return List.of(
                new Transferred(
                        commitment.id(),
                        transfer.commitment(),
                        transfer.to(),
                        commitment.amount(),
                        division,
                        transfer.documents(),
                        transfer.reason(),
                        confirm.proposedBy(),
                        confirm.content(),
                        effective),
                new TransferReceived(
                        transfer.commitment(),
                        commitment.id(),
                        transfer.to(),
                        division.goes(),
                        new Evidence(Optional.empty(), transfer.documents(), Optional.empty()),
                        effective,
                        confirm.proposedBy()));
    }
}
