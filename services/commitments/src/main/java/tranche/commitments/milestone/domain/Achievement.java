package tranche.commitments.milestone.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Maker;

/**
 * That a milestone is verified by its quorum.
 *
 * @param achievedDate on which it was reached, as its verifiers found
 * @param verifiedDate on which the last of the quorum verified it
 * @param verifiers who did: none of them approves what it releases (rule D-2)
 * @param event id of the event that told of it
 */
public record Achievement(LocalDate achievedDate, LocalDate verifiedDate, Set<Maker> verifiers, UUID event) {

    public Achievement {
        verifiers = Set.copyOf(verifiers);
    }
}
