package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.util.Comparator;
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
import tranche.commitments.milestone.domain.MilestoneId;
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

    /**
     * A day on which conditions are met.
     *
     * @param milestone whose verification it is; empty where something else is waited for last
     */
    public record Met(LocalDate day, Optional<MilestoneId> milestone) {

        /** The last one of a day is the same in whatever order they are looked at. */
        private static final Comparator<Met> BY_DAY = Comparator.comparing(Met::day)
                .thenComparing(met -> met.milestone().map(MilestoneId::toString).orElse(""));
    }

    /** The day on which the last condition is met; empty where one of them is not to be expected on any day. */
    public Optional<LocalDate> met(TrancheId tranche, ConditionVersion conditions) {
        return last(tranche, conditions).map(Met::day);
    }

    /** What is waited for longest; empty where one of the conditions is not to be expected to be met on any day. */
    public Optional<Met> last(TrancheId tranche, ConditionVersion conditions) {
        List<Optional<Met>> days =
                conditions.conditions().stream().map(one -> met(tranche, one)).toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).max(Met.BY_DAY)
                : Optional.empty();
    }

    private Optional<Met> met(TrancheId tranche, Condition condition) {
        return switch (condition) {
            case Single single -> metAlone(tranche, single);
            case AnyOf(int required, List<Single> of) ->
                of.stream()
                        .flatMap(one -> metAlone(tranche, one).stream())
                        .sorted(Met.BY_DAY)
                        .skip(required - 1L)
                        .findFirst();
        };
    }

    private Optional<Met> metAlone(TrancheId tranche, Single condition) {
        return switch (condition) {
            case MilestoneVerified(var id) ->
                Optional.ofNullable(facts.milestones().get(id))
                        .flatMap(milestone -> verified(tranche, milestone))
                        .map(day -> new Met(day, Optional.of(id)));
            case DateReached(LocalDate date) -> Optional.of(other(date));
            case TrancheReleased(TrancheId other) ->
                Optional.ofNullable(releases.get(other)).map(Outstanding::other);
            case DocumentPresent(String kind) ->
                facts.documents().containsKey(kind) ? Optional.of(other(today)) : Optional.empty();
        };
    }

    private static Met other(LocalDate day) {
        return new Met(day, Optional.empty());
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
}
