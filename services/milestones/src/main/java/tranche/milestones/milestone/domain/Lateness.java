package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.values.calendar.WorkingDays;

/**
 * How far a forecast is from its baselines (rules D-35 and D-36). It changes with the start of the project and with its
 * calendar, too, where the forecast itself does not move.
 *
 * @param slip against the current one
 * @param breach against both
 */
public record Lateness(Slip slip, Band breach) {

    /**
     * @param projectStart from which the length of the baselines is counted
     * @param days the project's calendar
     */
    public static Lateness of(Baseline baseline, LocalDate forecast, LocalDate projectStart, WorkingDays days) {
        return new Lateness(
                Slip.of(baseline.current(), forecast, days),
                Band.ofSchedule(projectStart, forecast, baseline.current(), baseline.original()));
    }
}
