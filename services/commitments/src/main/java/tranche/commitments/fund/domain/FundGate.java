package tranche.commitments.fund.domain;

import static tranche.commitments.fund.domain.FundRefusal.FORBIDDEN;
import static tranche.commitments.fund.domain.FundRefusal.INVALID_STATE;
import static tranche.commitments.fund.domain.FundRefusal.NOT_FOUND;
import static tranche.commitments.fund.domain.FundRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/**
 * What a command on an existing fund is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, forbidden, another version, a state that does not admit it.
 */
public final class FundGate {

    private FundGate() {}

    /** Whether no new commitments may be asked for; empty where the gate is open. */
    public static Optional<Decision<FundEvent>> ofStopping(Optional<Fund> found, Actor by, OptionalLong ifMatch) {
        if (found.isEmpty() || !by.access().holds(Fund.READERS, found.get().scope())) {
            return Optional.of(refused(NOT_FOUND));
        }
        Fund fund = found.get();
        if (!by.access().holds(Role.FUND_MANAGER, fund.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (fund.version().conflictsWith(ifMatch)) {
            return Optional.of(
                    refused(VERSION_CONFLICT, Map.of("version", fund.version().number())));
        }
        return fund.isOpen()
                ? Optional.empty()
                : Optional.of(
                        refused(INVALID_STATE, Map.of("state", fund.state().name(), "allowed", List.of())));
    }
}
