package tranche.commitments.drawdown.domain;

import java.util.Optional;
import tranche.values.decision.Decision;

/** What the rules of calls say to a call that a tranche asks for. */
@FunctionalInterface
public interface CallDesk {

    /** Why the call is not drafted: too little is uncalled, nobody is closed; empty where it is drafted. */
    Optional<Decision.Refused<TrancheEvent>> refusal(CallDraft draft);
}
