package tranche.milestones.milestone.domain;

import java.time.LocalDate;

/**
 * The approved day of a milestone (domain §1).
 *
 * @param from day from which the length of a baseline counts (rule D-36): the start of the project when it was planned. A
 *     project that is said to start on another day later is no less late for it.
 * @param original as it was planned; never replaced
 * @param current as it was approved last
 */
public record Baseline(LocalDate from, LocalDate original, LocalDate current) {

    public static Baseline of(LocalDate from, LocalDate planned) {
        return new Baseline(from, planned, planned);
    }

    public Baseline replacedBy(LocalDate approved) {
        return new Baseline(from, original, approved);
    }
}
