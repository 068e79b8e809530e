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
 * lines is divided since, so that none of them can be taken back as it was booked. What the bank takes back is owed by whoever
 * the line was sent to, beside any commitment.
 */
record GoneOver(Drawdowns state) {

    /** Ids that a refusal names; the rest of ten thousand helps nobody. */
    private static final int MOST_NAMED = 20;

    /** Whether a line is no part of its commitment any more: it was settled before that went over, and perhaps reopened. */
    boolean holds(CallLine line) {
        return line.afterTransfer() || isSettledBefore(line);
    }

    /** Why a call with such lines is not taken back; empty where it has none. */
    <E> Optional<Decision<E>> ofReversing(Stream<CallLine> lines) {
        return refusal(lines.filter(this::holds));
    }

    /** Why a receipt is not unmatched that settled lines before; empty where it settled none, or they are open anew. */
    <E> Optional<Decision<E>> ofUnmatching(Receipt receipt) {
        return refusal(receipt.matches().stream()
                .map(match -> state.lines().get(match.line()).orElseThrow())
                .filter(line -> !line.afterTransfer() && isSettledBefore(line)));
    }

    private static <E> Optional<Decision<E>> refusal(Stream<CallLine> lines) {
        List<String> gone = lines.map(line -> line.commitment().toString())
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(COMMITMENT_TRANSFERRED, Map.of("commitmentIds", gone)));
    }

    /** A line is paid before its commitment goes over, and then rests: whatever happens to it later, it came later. */
    private boolean isSettledBefore(CallLine line) {
        Transfers transfers =
                state.commitments().get(line.commitment()).orElseThrow().transfers();
        return line.state() == LineState.PAID
                && transfers.wentOverSince(line.version().recordedAt());
    }
}
