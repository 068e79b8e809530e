package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.values.calendar.WorkingDays;

/**
 * How far a forecast is from its baselines (rules D-35 and D-36). It changes with the calendar of the project, too, where the
 * forecast itself does not move.
 *
 * @param slip against the current one
 * @param breach against both
 */
public record Lateness(Slip slip, Band breach) {

    /** @param days the project's calendar */
    public static Lateness of(Baseline baseline, LocalDate forecast, WorkingDays days) {
        return new Lateness(
                Slip.of(baseline.current(), forecast, days),
                Band.ofSchedule(baseline.from(), forecast, baseline.current(), baseline.original()));
    }
}
