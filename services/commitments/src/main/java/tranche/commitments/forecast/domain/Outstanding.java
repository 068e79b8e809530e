package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.Waiver;
import tranche.values.calendar.WorkingDays;

/**
 * On which days the conditions of tranches are met, or are to be expected so (rule D-34).
 *
 * @param calendars the working days of a project's place
 * @param verifyDays working days of that place from a milestone's finish to its verification
 * @param releases when the calls of other tranches are issued, or are to be expected
 * @param today in the fund's zone
 */
public record Outstanding(
        Facts facts,
        Function<UUID, WorkingDays> calendars,
        int verifyDays,
        Map<TrancheId, LocalDate> releases,
        LocalDate today) {

    /** Working days that a verification takes. */
    public static final int VERIFY_DAYS = 10;

    public Outstanding {
        releases = Map.copyOf(releases);
    }

    /** The day on which the last condition is met; empty where one of them is not to be expected on any day. */
    public Optional<LocalDate> met(TrancheId tranche, ConditionVersion conditions) {
        return latest(
                conditions.conditions().stream().map(one -> met(tranche, one)).toList());
    }

    private Optional<LocalDate> met(TrancheId tranche, Condition condition) {
        return switch (condition) {
            case Single single -> metAlone(tranche, single);
            case AnyOf(int required, List<Single> of) ->
                of.stream()
                        .flatMap(one -> metAlone(tranche, one).stream())
                        .sorted()
                        .skip(required - 1L)
                        .findFirst();
        };
    }

    private Optional<LocalDate> metAlone(TrancheId tranche, Single condition) {
        return switch (condition) {
            case MilestoneVerified(var id) ->
                Optional.ofNullable(facts.milestones().get(id)).flatMap(milestone -> verified(tranche, milestone));
            case DateReached(LocalDate date) -> Optional.of(date);
            case TrancheReleased(TrancheId other) -> Optional.ofNullable(releases.get(other));
            case DocumentPresent(String kind) ->
                facts.documents().containsKey(kind) ? Optional.of(today) : Optional.empty();
        };
    }

    private Optional<LocalDate> verified(TrancheId tranche, Milestone milestone) {
        Optional<LocalDate> decided = milestone
                .achievement()
                .map(Achievement::verifiedDate)
                .or(() -> milestone.waiverOf(tranche.value(), today).map(Waiver::since));
        if (decided.isPresent() || milestone.isGone()) {
            return decided;
        }
        return Optional.of(
                calendars.apply(milestone.project()).add(milestone.outlook().date(), verifyDays));
    }

    private static Optional<LocalDate> latest(List<Optional<LocalDate>> days) {
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).max(LocalDate::compareTo)
                : Optional.empty();
    }
}
