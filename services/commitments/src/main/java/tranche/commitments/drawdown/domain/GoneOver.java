package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.COMMITMENT_TRANSFERRED;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.commitments.commitment.domain.Transfers;
import tranche.values.decision.Decision;

/**
 * Keeps what was settled before a commitment went over to another investor (domain §2.1): what was called and paid of its
 * lines is divided since, so that none of them can be taken back as it was booked.
 */
record GoneOver(Drawdowns state) {

    /** Ids that a refusal names; the rest of ten thousand helps nobody. */
    private static final int MOST_NAMED = 20;

    /** Empty where nothing of the lines' commitments went over since. */
    <E> Optional<Decision<E>> refusal(Stream<CallLine> lines) {
        List<String> gone = lines.filter(this::wentOverSince)
                .map(line -> line.commitment().toString())
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(COMMITMENT_TRANSFERRED, Map.of("commitmentIds", gone)));
    }

    /** As {@link #refusal(Stream)}, of the lines that a receipt settles. */
    <E> Optional<Decision<E>> refusal(Receipt receipt) {
        return refusal(receipt.matches().stream()
                .map(match -> state.lines().get(match.line()).orElseThrow()));
    }

    /** A line is paid before its commitment goes over, and then rests: whatever happens to it later, it came later. */
    private boolean wentOverSince(CallLine line) {
        Transfers transfers =
                state.commitments().get(line.commitment()).orElseThrow().transfers();
        return transfers.wentOverSince(line.version().recordedAt());
    }
}
