package tranche.milestones.milestone.domain;

import java.time.LocalDate;

/**
 * The approved day of a milestone (domain §1).
 *
 * @param original as it was planned; never replaced
 * @param current as it was approved last
 */
public record Baseline(LocalDate original, LocalDate current) {

    public static Baseline of(LocalDate planned) {
        return new Baseline(planned, planned);
    }

    public Baseline replacedBy(LocalDate approved) {
        return new Baseline(original, approved);
    }
}
