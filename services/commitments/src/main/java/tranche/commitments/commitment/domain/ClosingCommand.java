package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;

/** What can be asked of a fund's closings. */
public sealed interface ClosingCommand extends BookCommand {

    ClosingId id();

    /** @param commitments in any order */
    record Plan(ClosingId id, ClosingKind kind, LocalDate date, List<CommitmentId> commitments, Actor by)
            implements ClosingCommand {}

    /**
     * Approves a closing, which takes effect at once when its date has come.
     *
     * @param content what the caller has seen
     */
    record Approve(ClosingId id, ContentHash content, Actor by, OptionalLong ifMatch) implements ClosingCommand {}

    /** What the day of the closing brings; asked by the product itself. */
    record TakeEffect(ClosingId id, Actor by) implements ClosingCommand {}

    record CancelClosing(ClosingId id, String reason, Actor by, OptionalLong ifMatch) implements ClosingCommand {}
}
