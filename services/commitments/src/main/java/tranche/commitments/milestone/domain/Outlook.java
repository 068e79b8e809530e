package tranche.commitments.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When a milestone is to be expected, and why then.
 *
 * @param date of the forecast
 * @param slipDays how much later than its current baseline that is; below zero, how much earlier
 * @param reason as the site says
 * @param drivers milestones that give it its start, the nearest first
 * @param event id of the event that told of it
 */
public record Outlook(LocalDate date, int slipDays, Optional<String> reason, List<Driver> drivers, UUID event) {

    /** A milestone of the chain of reasons, and by how many days it slips itself. */
    public record Driver(MilestoneId milestone, int slipDays) {}

    public Outlook {
        drivers = List.copyOf(drivers);
    }
}
