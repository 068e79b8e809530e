package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a commitment hangs together with those that it came of or that came of it, when one investor gave it to another
 * (domain §2.1).
 *
 * @param from the one that it came of
 * @param to those that came of it, the oldest first
 * @param last when something of it went over last; empty where nothing did
 */
public record Transfers(Optional<CommitmentId> from, List<CommitmentId> to, Optional<Instant> last) {

    public static final Transfers NONE = new Transfers(Optional.empty(), List.of(), Optional.empty());

    public Transfers {
        to = List.copyOf(to);
    }

    static Transfers from(CommitmentId giver) {
        return new Transfers(Optional.of(giver), List.of(), Optional.empty());
    }

    Transfers to(CommitmentId taker, Instant recordedAt) {
        return new Transfers(from, Stream.concat(to.stream(), Stream.of(taker)).toList(), Optional.of(recordedAt));
    }

    /** Whether something went over at an instant or later. */
    public boolean wentOverSince(Instant instant) {
        return last.filter(when -> !when.isBefore(instant)).isPresent();
    }
}
