package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.Waiver;

/**
 * How one condition was found, and upon what (rule D-42).
 *
 * @param events ids of the events that it rests on; none where it is open or rests on none
 * @param documents hashes of the documents that it rests on
 */
public record Finding(Single condition, ConditionStatus status, List<UUID> events, List<String> documents) {

    public Finding {
        events = List.copyOf(events);
        documents = List.copyOf(documents);
    }

    /** @param today in the fund's zone */
    static Finding of(TrancheId tranche, Single condition, Facts facts, LocalDate today) {
        return switch (condition) {
            case MilestoneVerified verified ->
                facts.milestone(verified.milestone())
                        .map(milestone -> ofMilestone(tranche, verified, milestone, today))
                        .orElse(open(condition));
            case DateReached(LocalDate date) -> date.isAfter(today) ? open(condition) : met(condition, List.of());
            case TrancheReleased(TrancheId other) ->
                facts.tranche(other)
                        .flatMap(Facts.Awaited::released)
                        .map(event -> met(condition, List.of(event)))
                        .orElse(open(condition));
            case DocumentPresent(String kind) -> {
                List<String> found = facts.documents().getOrDefault(kind, List.of());
                yield found.isEmpty() ? open(condition) : new Finding(condition, ConditionStatus.MET, List.of(), found);
            }
        };
    }

    /** Verified counts before waived: a milestone that is verified after all is verified (rule D-44). */
    private static Finding ofMilestone(
            TrancheId tranche, MilestoneVerified condition, Milestone milestone, LocalDate today) {
        if (milestone.achievement().isPresent()) {
            return met(condition, List.of(milestone.achievement().get().event()));
        }
        Optional<Waiver> waiver = milestone.waiverOf(tranche.value(), today);
        return waiver.map(given ->
                        new Finding(condition, ConditionStatus.WAIVED, List.of(given.event()), List.<String>of()))
                .orElse(open(condition));
    }

    private static Finding open(Single condition) {
        return new Finding(condition, ConditionStatus.OPEN, List.of(), List.of());
    }

    private static Finding met(Single condition, List<UUID> events) {
        return new Finding(condition, ConditionStatus.MET, events, List.of());
    }

    boolean isOpen() {
        return status == ConditionStatus.OPEN;
    }
}
