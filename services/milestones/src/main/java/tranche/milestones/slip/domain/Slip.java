package tranche.milestones.slip.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tranche.values.calendar.WorkingDays;

/**
 * How much later than its baseline a milestone is forecast (rule D-35); below zero, how much earlier.
 *
 * @param calendarDays all days
 * @param workingDays those of its region's calendar
 */
public record Slip(int calendarDays, int workingDays) {

    public static Slip of(LocalDate baseline, LocalDate forecast, WorkingDays days) {
        return new Slip(Math.toIntExact(ChronoUnit.DAYS.between(baseline, forecast)), days.between(baseline, forecast));
    }

    public boolean isLate() {
        return calendarDays > 0;
    }
}
