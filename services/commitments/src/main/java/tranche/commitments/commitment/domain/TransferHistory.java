package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentEvent.TransferReceived;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.values.money.Money;
import tranche.values.register.Version;

/** What closed commitments are after two persons have amended or transferred one. */
final class TransferHistory {

    private TransferHistory() {}

    static Commitment amended(Commitment before, Amended event, Instant recordedAt) {
        return changed(
                before,
                before.state(),
                new Portion(event.amount(), before.drawn(), before.drawnBefore()),
                before.transfers(),
                Optional.of(event.reason()),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    /** Of what went over whole, the amount stays as what it was. */
    static Commitment given(Commitment before, Transferred event, Instant recordedAt) {
        Portion stays = event.division().stays();
        Money amount = event.isWhole() ? before.amount() : stays.amount();
        return changed(
                before,
                event.isWhole() ? CommitmentState.TRANSFERRED : before.state(),
                new Portion(amount, stays.drawn(), stays.drawnBefore()),
                before.transfers().to(event.to(), recordedAt),
                event.reason(),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    /** It begins as a commitment of its own, in the place of the one that it came of. */
    static Commitment received(Commitment giver, TransferReceived event, Instant recordedAt) {
        return new Commitment(
                event.id(),
                giver.programme(),
                giver.fund(),
                event.investor(),
                CommitmentState.CLOSED,
                event.portion().amount(),
                event.effectiveDate(),
                DatePrecision.DAY,
                event.portion().drawn(),
                Optional.of(event.evidence()),
                giver.opening().map(opening -> opening.of(event.portion().drawnBefore())),
                giver.closingDate(),
                giver.closing(),
                Optional.empty(),
                Optional.empty(),
                Transfers.from(giver.id()),
                Set.of(event.by()),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Commitment changed(
            Commitment before,
            CommitmentState state,
            Portion portion,
            Transfers transfers,
            Optional<String> reason,
            Version version) {
        return new Commitment(
                before.id(),
                before.programme(),
                before.fund(),
                before.investor(),
                state,
                portion.amount(),
                before.dated(),
                before.precision(),
                portion.drawn(),
                before.evidence(),
                before.opening().map(opening -> opening.of(portion.drawnBefore())),
                before.closingDate(),
                before.closing(),
                reason,
                before.foreign(),
                transfers,
                before.makers(),
                version);
    }
}
