package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.NameId;

/**
 * The call that a tranche asks for; who approves it, and whether it is issued, others decide (rule D-40).
 *
 * @param call its id, if it is drafted
 * @param conditionVersion upon which it is drafted
 * @param due on which the investors shall pay
 * @param milestones those whose verification or waiver it rests on, in the order of the conditions
 * @param verifiers who verified them: none of these approves the call (rule D-2)
 * @param by whose draft it is: the product's own, or that of whoever wants it drafted again, who does not approve it (rule D-1)
 */
public record CallDraft(
        UUID call,
        TrancheId tranche,
        int conditionVersion,
        Money amount,
        LocalDate due,
        List<MilestoneId> milestones,
        Set<Maker> verifiers,
        Actor by) {

    public CallDraft {
        milestones = List.copyOf(milestones);
        verifiers = Set.copyOf(verifiers);
    }

    /**
     * The id of the one call that a version of a tranche's conditions drafts by itself (rule D-5): whatever comes twice cannot
     * draft twice.
     */
    public static UUID idOf(TrancheId tranche, int conditionVersion) {
        return NameId.of("tranche:" + tranche + ":" + conditionVersion);
    }
}
