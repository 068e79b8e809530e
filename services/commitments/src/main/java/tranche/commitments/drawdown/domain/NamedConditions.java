package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.MILESTONE_GONE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.UNKNOWN_REFERENCE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.WAITS_FOR_ITSELF;
import static tranche.values.decision.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.decision.Decision;

/**
 * Whether the conditions of a tranche name what is there: milestones that are in the plan, and other tranches, of the fund's
 * own programme. One that has left the plan will not be verified any more, and a tranche would wait for it for ever.
 */
record NamedConditions(ProgrammeId programme, TrancheId tranche, Facts facts) {

    <E> Optional<Decision<E>> unknown(List<Condition> conditions) {
        List<String> fields = unknownFields(conditions);
        return fields.isEmpty() ? Optional.empty() : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", fields)));
    }

    /** The fields of conditions that name nothing. */
    List<String> unknownFields(List<Condition> conditions) {
        List<String> fields = new ArrayList<>();
        for (int at = 0; at < conditions.size(); at++) {
            String field = "conditions/" + at;
            switch (conditions.get(at)) {
                case Single single -> unknown(single).ifPresent(member -> fields.add(field + "/" + member));
                case AnyOf(int _, List<Single> of) ->
                    IntStream.range(0, of.size())
                            .forEach(within -> unknown(of.get(within))
                                    .ifPresent(member -> fields.add(field + "/conditions/" + within + "/" + member)));
            }
        }
        return fields;
    }

    /** Milestones of the programme that were removed or superseded. */
    <E> Optional<Decision<E>> gone(List<Condition> conditions) {
        List<String> gone = conditions.stream()
                .flatMap(condition -> condition.singles().stream())
                .filter(MilestoneVerified.class::isInstance)
                .flatMap(condition -> facts.milestone(((MilestoneVerified) condition).milestone()).stream())
                .filter(told -> told.isGone() && told.programme().equals(programme))
                .map(told -> told.id().toString())
                .distinct()
                .toList();
        return gone.isEmpty() ? Optional.empty() : Optional.of(refused(MILESTONE_GONE, Map.of("milestoneIds", gone)));
    }

    /** Tranches that wait for each other would wait for ever. */
    <E> Optional<Decision<E>> circle(List<Condition> conditions) {
        boolean waitsForItself = conditions.stream()
                .flatMap(condition -> condition.singles().stream())
                .filter(TrancheReleased.class::isInstance)
                .map(condition -> ((TrancheReleased) condition).tranche())
                .flatMap(other -> facts.tranche(other).stream())
                .anyMatch(awaited -> awaited.after().contains(tranche));
        return waitsForItself ? Optional.of(refused(WAITS_FOR_ITSELF)) : Optional.empty();
    }

    /** The member that names nothing. */
    private Optional<String> unknown(Single condition) {
        return switch (condition) {
            case MilestoneVerified(var milestone) ->
                facts.milestone(milestone)
                                .filter(told -> told.programme().equals(programme))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("milestoneId");
            case TrancheReleased(TrancheId other) ->
                facts.tranche(other)
                                .filter(_ -> !other.equals(tranche))
                                .filter(awaited -> awaited.programme().equals(programme))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("trancheId");
            case DateReached _, DocumentPresent _ -> Optional.empty();
        };
    }
}
