package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a milestone will be reached, by the plan and by the site: both are kept (domain §1).
 *
 * @param date the forecast; the day of its achievement once it is achieved
 * @param planned what the plan alone gives
 * @param statement what the site has stated last
 */
public record Outlook(LocalDate date, LocalDate planned, Optional<Statement> statement) {

    /**
     * A day that the site has stated.
     *
     * @param reason why, in the site's words
     */
    public record Statement(LocalDate date, String reason) {}

    public static Outlook byPlan(LocalDate planned) {
        return new Outlook(planned, planned, Optional.empty());
    }

    /** Whether the site states an earlier day than the plan supports (rule D-33). */
    public boolean isUnsupported() {
        return statement.filter(stated -> stated.date().isBefore(planned)).isPresent();
    }
}
