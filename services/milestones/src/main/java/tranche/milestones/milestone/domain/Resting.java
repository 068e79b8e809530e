package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.TRANCHE_RELEASED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.UNKNOWN_REFERENCE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.WAIVER_USED;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tranche.milestones.tranche.domain.Tranche;
import tranche.values.decision.Decision;

/**
 * The tranches whose present conditions name a milestone, and what two persons do not decide about it for their sake (domain
 * §2.5).
 *
 * @param tranches in the order of their ids
 */
public record Resting(List<Tranche> tranches) {

    static final Resting NONE = new Resting(List.of());

    public Resting {
        tranches = List.copyOf(tranches);
    }

    /** Those that wait: when the milestone leaves the plan, they get other conditions. */
    List<Tranche> open() {
        return tranches.stream().filter(Tranche::isOpen).toList();
    }

    /** Those that wait, by their ids. */
    List<UUID> waiting() {
        return open().stream().map(Tranche::id).toList();
    }

    /** Those that a second person has approved, by their ids: what is only drafted is told to nobody. */
    List<UUID> approved() {
        return tranches.stream()
                .filter(tranche -> tranche.isOpen() || tranche.isReleased())
                .map(Tranche::id)
                .toList();
    }

    /** Those of some that rest on the milestone, in the order of their ids. */
    List<Tranche> among(List<UUID> ids) {
        return tranches.stream().filter(tranche -> ids.contains(tranche.id())).toList();
    }

    /** A waiver frees what waits, and is not taken back from under what it has released. */
    <E> Optional<Decision<E>> released(Milestone milestone, Motion motion, Predicate<Tranche> seen) {
        return switch (motion) {
            case Motion.Waive(Waiver waiver, var _, var _) ->
                among(waiver.tranches()).stream().filter(seen).anyMatch(Tranche::isReleased)
                        ? Optional.of(refused(TRANCHE_RELEASED))
                        : Optional.empty();
            case Motion.RevokeWaiver _ ->
                milestone.standing().waivers().stream()
                                .flatMap(waiver -> (waiver.isOfAll() ? tranches : among(waiver.tranches())).stream())
                                .anyMatch(Tranche::isReleased)
                        ? Optional.of(refused(WAIVER_USED))
                        : Optional.empty();
            case Motion.Rebaseline _, Motion.RevokeVerification _, Motion.Remove _, Motion.Supersede _ ->
                Optional.empty();
        };
    }

    /** A waiver names tranches that are there for the caller, and that the milestone keeps waiting. */
    <E> Optional<Decision<E>> unknown(Motion motion, Predicate<Tranche> seen) {
        if (!(motion instanceof Motion.Waive(Waiver waiver, var _, var _))) {
            return Optional.empty();
        }
        List<UUID> there =
                among(waiver.tranches()).stream().filter(seen).map(Tranche::id).toList();
        List<UUID> asked = waiver.asked();
        List<String> fields = IntStream.range(0, asked.size())
                .filter(at -> !there.contains(asked.get(at)))
                .mapToObj(at -> "trancheIds/" + at)
                .toList();
        return fields.isEmpty() ? Optional.empty() : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", fields)));
    }
}
