package tranche.commitments.commitment.domain;

import java.util.Optional;
import tranche.values.actor.Actor;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a fund's book: of its commitments and of its closings. */
public sealed interface BookCommand permits CommitmentCommand, ClosingCommand {

    Actor by();

    /** What the object that it makes is called where it comes from. */
    default Optional<ForeignIdentity> foreign() {
        return Optional.empty();
    }
}
