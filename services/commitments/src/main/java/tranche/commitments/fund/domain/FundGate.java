package tranche.commitments.fund.domain;

import static tranche.commitments.fund.domain.FundRefusal.FORBIDDEN;
import static tranche.commitments.fund.domain.FundRefusal.FOUR_EYES;
import static tranche.commitments.fund.domain.FundRefusal.INVALID_STATE;
import static tranche.commitments.fund.domain.FundRefusal.NOT_FOUND;
import static tranche.commitments.fund.domain.FundRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * What a command on an existing fund is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, four eyes, forbidden, another version, a state that does not admit it.
 */
public final class FundGate {

    private FundGate() {}

    /** Whether no new commitments may be asked for; empty where the gate is open. */
    public static Optional<Decision<FundEvent>> ofStopping(Optional<Fund> found, Actor by, OptionalLong ifMatch) {
        return FundGate.<FundEvent>ofManaging(found, by, ifMatch)
                .or(() -> found.filter(fund -> !fund.isOpen())
                        .map(fund -> refused(
                                INVALID_STATE,
                                Map.of("state", fund.state().name(), "allowed", List.of("change-terms")))));
    }

    /** Whether a change of terms may be proposed, of a fund in whatever state; empty where the gate is open. */
    public static Optional<Decision<Proposal>> ofProposing(Optional<Fund> found, Actor by, OptionalLong ifMatch) {
        return ofManaging(found, by, ifMatch);
    }

    /** Whether a change of terms may be confirmed (rule D-1); empty where the gate is open. */
    static Optional<Decision<FundEvent>> ofConfirming(Optional<Fund> found, Maker proposedBy, Actor by) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        if (!FourEyes.isAnother(by, Set.of(proposedBy))) {
            return Optional.of(refused(FOUR_EYES));
        }
        return by.access().holds(Role.APPROVER, found.orElseThrow().scope())
                ? Optional.empty()
                : Optional.of(refused(FORBIDDEN));
    }

    private static <E> Optional<Decision<E>> ofManaging(Optional<Fund> found, Actor by, OptionalLong ifMatch) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        Fund fund = found.orElseThrow();
        if (!by.access().holds(Role.FUND_MANAGER, fund.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        return fund.version().conflictsWith(ifMatch)
                ? Optional.of(refused(
                        VERSION_CONFLICT, Map.of("version", fund.version().number())))
                : Optional.empty();
    }

    private static boolean isHidden(Optional<Fund> found, Actor by) {
        return found.filter(fund -> by.access().holds(Fund.READERS, fund.scope()))
                .isEmpty();
    }
}
