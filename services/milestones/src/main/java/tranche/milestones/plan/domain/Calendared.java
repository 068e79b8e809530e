package tranche.milestones.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import tranche.milestones.project.domain.Project;
import tranche.values.calendar.WorkingDays;

/**
 * A project with the calendar by which its durations and lags are counted.
 *
 * @param calendar its name, for instance {@code US-AZ}
 */
public record Calendared(Project project, String calendar, WorkingDays days) {

    /** The day before which nothing of it starts that has not begun: its own start or, from then on, today. */
    LocalDate earliest(Instant now) {
        LocalDate today = project.today(now);
        return today.isAfter(project.start()) ? today : project.start();
    }
}
