package tranche.commitments.drawdown.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;

/**
 * What is known by now of all that the conditions at hand name (rule D-5). What is not known is not here, and keeps what
 * waits for it waiting.
 *
 * @param milestones as they were told
 * @param tranches those that others wait for
 * @param documents by their kind, the hashes of those about the fund
 * @param projects of the fund's programme that the commands name
 */
public record Facts(
        Map<MilestoneId, Milestone> milestones,
        Map<TrancheId, Awaited> tranches,
        Map<String, List<String>> documents,
        Set<UUID> projects) {

    public static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of(), Set.of());

    /**
     * A tranche that others wait for.
     *
     * @param released id of the event that released it; empty until then
     * @param after the tranches that it waits for itself, and those that these wait for
     */
    public record Awaited(ProgrammeId programme, Optional<UUID> released, Set<TrancheId> after) {

        public Awaited {
            after = Set.copyOf(after);
        }
    }

    public Facts {
        milestones = Map.copyOf(milestones);
        tranches = Map.copyOf(tranches);
        documents = Map.copyOf(documents);
        projects = Set.copyOf(projects);
    }

    Optional<Milestone> milestone(MilestoneId id) {
        return Optional.ofNullable(milestones.get(id));
    }

    /** Who verified the milestones, as is known by now. */
    Set<Maker> verifiersOf(Collection<UUID> verified) {
        return verified.stream()
                .flatMap(id -> milestone(new MilestoneId(id)).stream())
                .flatMap(milestone -> milestone.achievement().stream())
                .flatMap(achievement -> achievement.verifiers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Awaited> tranche(TrancheId id) {
        return Optional.ofNullable(tranches.get(id));
    }
}
