package tranche.commitments.milestone.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * That a milestone left the plan, by a decision of two persons.
 *
 * @param successor what replaces it; empty where it was removed
 * @param tranches those that were named to both of them: their conditions follow
 * @param proposedBy account
 * @param confirmedBy account
 */
public record Departure(
        MilestoneId milestone,
        Optional<MilestoneId> successor,
        Set<UUID> tranches,
        String reason,
        UUID proposedBy,
        UUID confirmedBy) {

    public Departure {
        tranches = Set.copyOf(tranches);
    }
}
