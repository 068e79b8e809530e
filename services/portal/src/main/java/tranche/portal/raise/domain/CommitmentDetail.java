package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Actor;

/** One commitment and its history. */
public interface CommitmentDetail {

    /** The commitment as it stands at an instant; empty where there is none or the caller may not see it. */
    Optional<Commitment> of(Actor actor, UUID commitment, Instant now);

    /** Its steps, the oldest first; empty where the caller may not see it. */
    List<CommitmentStep> steps(Actor actor, UUID commitment);
}
