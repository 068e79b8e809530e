package tranche.milestones.slip.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.values.calendar.WorkingDays;

/**
 * One milestone, as a plan sees it (rule D-33).
 *
 * @param days by which its duration and the lags of its links are counted
 * @param durationDays working days from its start to its finish, zero or more
 * @param notBefore the day before which it cannot start, whatever is finished
 * @param stated the finish that the site states; it counts where it is later than what the plan gives
 * @param <K> what names a step
 */
public record PlanStep<K>(
        K id,
        WorkingDays days,
        int durationDays,
        List<Link<K>> predecessors,
        Optional<LocalDate> notBefore,
        Optional<LocalDate> stated,
        Progress progress) {

    public PlanStep {
        predecessors = List.copyOf(predecessors);
        if (durationDays < 0) {
            throw new IllegalArgumentException("a duration below zero: " + durationDays);
        }
    }

    /** Working days that are still to be worked: the whole duration until it is begun. */
    int openDays() {
        return switch (progress) {
            case Progress.Ahead() -> durationDays;
            case Progress.UnderWay(int remaining) -> remaining;
            case Progress.Achieved(LocalDate _) -> 0;
        };
    }

    boolean isAchieved() {
        return progress instanceof Progress.Achieved;
    }
}
