package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/** Tranches that milestones unlock, one by one: of the funds that the caller reads whole. */
public interface Unlocking {

    /** Those whose conditions name one of the milestones, by name; drafts and what was given up are none. */
    List<Unlocked> of(Access access, Collection<UUID> milestones);

    /**
     * A tranche.
     *
     * @param milestones that its conditions name
     * @param call that is to be expected of it; empty where none is, or it has its call
     */
    record Unlocked(UUID tranche, String name, Money amount, List<UUID> milestones, Optional<Call> call) {
        public Unlocked {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A call to come.
     *
     * @param due as the plan is now
     * @param before as it would be had every milestone that the tranche waits for kept its baseline, to the day: working days
     *     and holidays in between are not counted anew
     */
    record Call(Money amount, LocalDate due, LocalDate before) {

        public boolean moved() {
            return !due.equals(before);
        }
    }
}
