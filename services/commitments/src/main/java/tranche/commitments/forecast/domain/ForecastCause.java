package tranche.commitments.forecast.domain;

import java.util.Optional;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;

/**
 * A milestone of the chain of reasons.
 *
 * @param slipDays by how many days it is later than its baseline; below zero, earlier
 * @param reason as the site says
 */
public record ForecastCause(MilestoneId milestone, int slipDays, Optional<String> reason) {

    static ForecastCause of(Milestone milestone) {
        return new ForecastCause(
                milestone.id(),
                milestone.outlook().slipDays(),
                milestone.outlook().reason());
    }
}
