package tranche.portal.timeline.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A project as a line of the list.
 *
 * @param next the open milestone that is expected first
 * @param slip the largest of its open milestones in days; below zero where all are early; empty where none is open
 * @param milestones that are part of the plan; {@code achieved} and {@code claimed} are some of them
 * @param claimed empty where the caller sees what is published, in which claims are not counted
 * @param sample whether its programme is made up
 */
public record ProjectRow(
        UUID id,
        UUID programme,
        String name,
        ProjectKind kind,
        String region,
        String country,
        Standing standing,
        Optional<Next> next,
        Optional<Integer> slip,
        long milestones,
        long achieved,
        Optional<Long> claimed,
        boolean unverified,
        boolean sample) {

    /** The milestone that is expected next. */
    public record Next(
            UUID milestone, String name, MilestoneState state, LocalDate baseline, LocalDate day, int slip) {}
}
