package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a fund's tranches. */
public sealed interface TrancheCommand extends DrawdownCommand {

    TrancheId id();

    /**
     * Drafts a tranche.
     *
     * @param conditions its first version; at least one
     */
    record Draft(
            TrancheId id,
            Optional<UUID> project,
            String name,
            Money amount,
            List<Condition> conditions,
            Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements TrancheCommand {
        public Draft {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Approves a draft, whose conditions are looked at at once.
     *
     * @param content what the caller has seen
     */
    record Approve(TrancheId id, ContentHash content, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements TrancheCommand {}

    /** Looks at the conditions anew: something was told, or a day has passed. Asked by the product itself. */
    record Reconsider(TrancheId id, Actor by) implements TrancheCommand {}

    /**
     * Drafts the call that is held.
     *
     * @param call its id, which is a fresh one (rule D-5)
     */
    record Redraft(TrancheId id, UUID call, Actor by, OptionalLong ifMatch) implements TrancheCommand {}

    /**
     * Lets the conditions follow a milestone that has left the plan: asked for by what two persons have decided about that one.
     *
     * @param successor what stands in its place; empty where it was removed
     * @param proposedBy account of the one of the two who proposed it
     * @param by the other one
     */
    record Follow(
            TrancheId id, MilestoneId gone, Optional<MilestoneId> successor, String reason, UUID proposedBy, Actor by)
            implements TrancheCommand {}

    /**
     * A second person has it so.
     *
     * @param proposedBy who wanted it
     */
    record Confirm(TrancheId id, TrancheMotion motion, Maker proposedBy, Actor by) implements TrancheCommand {}
}
