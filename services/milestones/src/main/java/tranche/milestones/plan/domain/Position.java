package tranche.milestones.plan.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Forecast;

/**
 * Where a milestone stands in the plan by the last run (rule D-33).
 *
 * @param calendar name of the one by which it is counted
 * @param earlyStart the day from which it is worked, or on which it was achieved
 * @param earlyFinish its forecast, or the day on which it was achieved
 * @param room empty once it is achieved
 * @param driver the predecessor that gives it its start; empty where none does
 */
public record Position(
        MilestoneId milestone,
        ProjectId project,
        String calendar,
        int durationDays,
        LocalDate earlyStart,
        LocalDate earlyFinish,
        Optional<Forecast.Room> room,
        boolean critical,
        Optional<MilestoneId> driver) {}
