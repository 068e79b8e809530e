package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FOUR_EYES;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tranche.milestones.project.domain.Project;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/**
 * What a step on an existing milestone is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, four eyes, forbidden, another version, a state that does not admit it.
 */
public final class Gate {

    private Gate() {}

    /**
     * Of a step that one person takes, or proposes.
     *
     * @param reporters accounts that may report from the site
     * @return empty where the gate is open
     */
    public static <E> Optional<Decision<E>> refusal(
            Optional<Milestone> found, Step step, Actor by, OptionalLong ifMatch, Set<UUID> reporters) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        Milestone milestone = found.get();
        if (step == Step.VERIFY && !mayVerify(milestone, by, reporters)) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(step.roles(), milestone.scope()) || isAnothersClaim(milestone, step, by)) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (milestone.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", milestone.version().number())));
        }
        return closed(milestone, step);
    }

    /**
     * Of a step that a second person confirms (rule D-1).
     *
     * @return empty where the gate is open
     */
    static Optional<Decision<MilestoneEvent>> ofConfirming(
            Optional<Milestone> found, Step step, Maker proposedBy, Actor by) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        if (!FourEyes.isAnother(by, Set.of(proposedBy))) {
            return Optional.of(refused(FOUR_EYES));
        }
        return by.access().holds(Role.APPROVER, found.get().scope())
                ? closed(found.get(), step)
                : Optional.of(refused(FORBIDDEN));
    }

    /**
     * Whoever claimed it, showed it or verified it already is kept from verifying it, and so is whoever reports from the
     * site, under whatever account (rule D-1).
     */
    private static boolean mayVerify(Milestone milestone, Actor by, Set<UUID> reporters) {
        return FourEyes.isAnother(by, milestone.hands())
                && !by.access().holds(Role.SITE_REPORTER, milestone.scope())
                && Collections.disjoint(by.accounts(), reporters);
    }

    private static boolean isAnothersClaim(Milestone milestone, Step step, Actor by) {
        return step == Step.WITHDRAW_CLAIM
                && milestone
                        .standing()
                        .claim()
                        .filter(claim -> !by.isSamePersonAs(claim.by()))
                        .isPresent();
    }

    private static <E> Optional<Decision<E>> closed(Milestone milestone, Step step) {
        if (milestone.allows(step)) {
            return Optional.empty();
        }
        List<String> allowed = milestone.allowed().stream().map(Step::command).toList();
        return Optional.of(
                refused(INVALID_STATE, Map.of("state", milestone.state().name(), "allowed", allowed)));
    }

    private static boolean isHidden(Optional<Milestone> found, Actor by) {
        return found.filter(milestone -> Project.isSeenBy(by.access(), milestone.scope()))
                .isEmpty();
    }
}
