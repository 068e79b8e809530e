package tranche.milestones.plan.reactions;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.domain.Cause;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.actor.Actor;

/**
 * The events of a batch for which plans are run through: all but those that a run has told, reminders, and evidence for what
 * is claimed already. A run goes through all that hangs together, so nothing follows from what it told.
 */
final class Causes {

    private final SequencedMap<UUID, Incoming> events = new LinkedHashMap<>();

    private Causes(List<Incoming> batch) {
        batch.stream()
                .filter(Causes::mayMove)
                .forEach(incoming -> events.put(incoming.head().getEventId(), incoming));
    }

    static Causes in(List<Incoming> batch) {
        return new Causes(batch);
    }

    /** Forecasts that no person's command has changed are told by runs. */
    private static boolean mayMove(Incoming incoming) {
        return switch (incoming.event()) {
            case MilestoneForecastChanged _, MilestoneSlipped _, MilestoneAdvanced _ ->
                !incoming.head().getActorId().equals(Actor.SYSTEM.account());
            case EvidenceSubmitted _, MilestoneDueSoon _ -> false;
            default -> true;
        };
    }

    Set<ProjectId> projects() {
        Set<ProjectId> projects = new LinkedHashSet<>();
        events.values().forEach(incoming -> projects.add(new ProjectId(incoming.key())));
        return projects;
    }

    List<Cause> all() {
        return events.values().stream().map(Causes::cause).toList();
    }

    /** What is not about the project itself is about a milestone of it. */
    private static Cause cause(Incoming incoming) {
        UUID about = incoming.head().getAggregateId();
        return new Cause(
                incoming.head().getEventId(),
                new ProjectId(incoming.key()),
                about.equals(incoming.key()) ? Optional.empty() : Optional.of(new MilestoneId(about)));
    }

    /** By the last of the events that moved something; by the last of all where what moved it is in another project. */
    Trace trace(List<UUID> moving) {
        UUID last = moving.isEmpty() ? events.lastEntry().getKey() : moving.getLast();
        return Objects.requireNonNull(events.get(last)).asCause();
    }
}
