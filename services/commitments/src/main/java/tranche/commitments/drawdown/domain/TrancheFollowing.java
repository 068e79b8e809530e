package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.TrancheCommand.Follow;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.values.decision.Decision;

/**
 * What becomes of conditions that name a milestone which has left the plan (domain §2.5): a successor stands in its place; of
 * one that was removed the condition goes. A tranche that would be left without any keeps what it has, and waits until two
 * persons amend it: no money moves because something was taken away.
 */
record TrancheFollowing(Tranches tranches, CallDesk desk, Instant now) {

    /** A tranche that does not wait, or no longer names the milestone, has nothing to follow. */
    Decision<TrancheEvent> follow(Follow follow) {
        Optional<Tranche> found = tranches.tranches().get(follow.id());
        if (found.isEmpty()) {
            return refused(NOT_FOUND);
        }
        Tranche tranche = found.get();
        List<Condition> left = left(tranche.conditions().conditions(), follow);
        if (!tranche.isWaiting() || !tranche.conditions().milestones().contains(follow.gone()) || left.isEmpty()) {
            return accepted();
        }
        LocalDate effective = tranches.dateOfNext(tranche, now);
        var amended = new Amended(
                tranche.id(),
                tranche.conditions().next(left, effective),
                tranche.call(),
                follow.reason(),
                follow.proposedBy(),
                effective);
        return accepted(new TrancheProgress(tranches, desk, now).then(amended));
    }

    private static List<Condition> left(List<Condition> conditions, Follow follow) {
        SequencedSet<Condition> left = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Single single -> successor(single, follow).ifPresent(left::add);
                case AnyOf group -> left(group, follow).ifPresent(left::add);
            }
        }
        return List.copyOf(left);
    }

    /** Of what is left as many are required as before, at most all of it: the same twice would be met twice. */
    private static Optional<Condition> left(AnyOf group, Follow follow) {
        if (!group.of().contains(new MilestoneVerified(follow.gone()))) {
            return Optional.of(group);
        }
        SequencedSet<Single> left = new LinkedHashSet<>();
        group.of().forEach(single -> successor(single, follow).ifPresent(left::add));
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnyOf(Math.min(group.required(), left.size()), new ArrayList<>(left)));
    }

    private static Optional<Single> successor(Single single, Follow follow) {
        return single.equals(new MilestoneVerified(follow.gone()))
                ? follow.successor().map(MilestoneVerified::new)
                : Optional.of(single);
    }
}
