package tranche.commitments.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Maker;

/**
 * That a milestone is verified by its quorum.
 *
 * @param achievedDate on which it was reached, as its verifiers found
 * @param verifiedDate on which the last of the quorum verified it
 * @param verifiers who did: none of them approves what it releases (rule D-2)
 * @param evidence SHA-256 of each piece upon which they did, 64 lower-case hex digits, in the order submitted
 * @param event id of the event that told of it
 */
public record Achievement(
        LocalDate achievedDate, LocalDate verifiedDate, Set<Maker> verifiers, List<String> evidence, UUID event) {

    public Achievement {
        verifiers = Set.copyOf(verifiers);
        evidence = List.copyOf(evidence);
    }
}
