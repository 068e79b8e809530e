package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.CONDITIONS_UNCHANGED;
import static tranche.commitments.drawdown.domain.TrancheRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.drawdown.domain.TrancheCommand.Confirm;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.commitments.drawdown.domain.TrancheEvent.Cancelled;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * What two persons decide about a tranche (domain §2.6): one proposes, another confirms, and the same rule is asked both
 * times.
 */
record TrancheMotions(Tranches tranches, Instant now) {

    Decision<Proposal> propose(ProposeTranche propose) {
        Optional<Tranche> found = tranches.tranches().get(propose.id());
        TrancheMotion motion = propose.motion();
        return TrancheGate.<Proposal>refusal(found, motion.step(), propose.by(), propose.ifMatch())
                .or(() -> refusal(found.orElseThrow(), motion))
                .orElseGet(() -> accepted(Proposal.of(
                        propose.proposal(),
                        motion.command(),
                        propose.id().value(),
                        Set.of(found.orElseThrow().scope()),
                        motion.on(found.orElseThrow()),
                        propose.by(),
                        now)));
    }

    Decision<TrancheEvent> confirm(Confirm confirm, CallDesk desk) {
        Optional<Tranche> found = tranches.tranches().get(confirm.id());
        TrancheMotion motion = confirm.motion();
        return TrancheGate.<TrancheEvent>ofConfirming(found, motion.step(), confirm.proposedBy(), confirm.by())
                .or(() -> refusal(found.orElseThrow(), motion))
                .orElseGet(() -> accepted(
                        new TrancheProgress(tranches, desk, now).then(carried(found.orElseThrow(), motion, confirm))));
    }

    private TrancheEvent carried(Tranche tranche, TrancheMotion motion, Confirm confirm) {
        LocalDate effective = tranche.version().dateOfNext(motion.effectiveDate(), tranches.today(now));
        return switch (motion) {
            case TrancheMotion.Amend(List<Condition> conditions, String reason, var _) ->
                new Amended(
                        tranche.id(),
                        tranche.conditions().next(conditions, effective),
                        tranche.call(),
                        reason,
                        confirm.proposedBy().account(),
                        effective);
            case TrancheMotion.Cancel(String reason, var _) ->
                new Cancelled(tranche.id(), tranche.state(), tranche.call(), reason, confirm.proposedBy(), effective);
        };
    }

    private <E> Optional<Decision<E>> refusal(Tranche tranche, TrancheMotion motion) {
        return TrancheGate.<E>wrongDay(tranche.version(), motion.effectiveDate(), tranches.today(now))
                .or(() -> wrongConditions(tranche, motion))
                .or(() -> motion.reason().isBlank() ? Optional.of(refused(REASON_MISSING)) : Optional.empty());
    }

    private <E> Optional<Decision<E>> wrongConditions(Tranche tranche, TrancheMotion motion) {
        if (!(motion instanceof TrancheMotion.Amend(List<Condition> conditions, var _, var _))) {
            return Optional.empty();
        }
        if (conditions.equals(tranche.conditions().conditions())) {
            return Optional.of(refused(CONDITIONS_UNCHANGED));
        }
        var named = new NamedConditions(tranche.programme(), tranche.id(), tranches.facts());
        return named.<E>gone(conditions).or(() -> named.circle(conditions)).or(() -> named.unknown(conditions));
    }
}
