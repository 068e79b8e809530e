package tranche.commitments.drawdown.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Maker;

/**
 * The tranche that a call releases, and what its conditions rested on.
 *
 * @param conditionVersion which version of the conditions was met, from 1
 * @param milestones those that were verified for it
 * @param verifiers who verified them: none of them approves the call (rule D-2)
 */
public record Release(TrancheId tranche, int conditionVersion, List<UUID> milestones, Set<Maker> verifiers) {

    public Release {
        milestones = List.copyOf(milestones);
        verifiers = Set.copyOf(verifiers);
    }
}
