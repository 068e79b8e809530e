package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;

/**
 * How certain it is that a tranche calls when it is forecast to, as its investors are shown it. It decides nothing.
 *
 * @param waitsFor the milestone that is to be expected last of those that it still waits for; empty where it waits for none
 */
public record TrancheOutlook(Certainty certainty, Optional<MilestoneId> waitsFor) {

    /** From certain to doubtful. */
    public enum Certainty {
        /** Its call is issued: it is demanded, and no forecast any more. */
        CALLED,
        /** Its conditions are met: what is left is for persons to do. */
        UNLOCKED,
        /** Nothing that it waits for is later than planned. */
        ON_PLAN,
        /** A milestone that it waits for is later than its baseline, or is not to be expected any more. */
        AT_RISK
    }

    private static final Comparator<Milestone> BY_DAY = Comparator.comparing(
                    (Milestone milestone) -> milestone.outlook().date())
            .thenComparing(Milestone::id);

    /** @param today in the fund's zone */
    public static TrancheOutlook of(Tranche tranche, Facts facts, LocalDate today) {
        return switch (tranche.state()) {
            case RELEASED -> new TrancheOutlook(Certainty.CALLED, Optional.empty());
            case CONDITIONS_MET, CALL_DRAFTED -> new TrancheOutlook(Certainty.UNLOCKED, Optional.empty());
            case DRAFT, LOCKED, CANCELLED -> waiting(tranche, facts, today);
        };
    }

    private static TrancheOutlook waiting(Tranche tranche, Facts facts, LocalDate today) {
        List<Milestone> open = tranche.conditions().milestones().stream()
                .flatMap(id -> facts.milestone(id).stream())
                .filter(milestone -> !milestone.isAchieved()
                        && milestone.waiverOf(tranche.id().value(), today).isEmpty())
                .toList();
        boolean doubtful = open.stream()
                .anyMatch(milestone -> milestone.isGone() || milestone.outlook().slipDays() > 0);
        return new TrancheOutlook(
                doubtful ? Certainty.AT_RISK : Certainty.ON_PLAN,
                open.stream().max(BY_DAY).map(Milestone::id));
    }
}
