package tranche.portal.drawdown;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.Flow;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.raise.domain.CommitmentList;
import tranche.values.actor.Access;

/** Goes by the mark of the consumer that hears of funds and wakes the open pages: calls themselves are not kept here. */
@Singleton
final class CallNewsInFlow implements CallNews {

    private static final String CONSUMER = "raise";
    private static final String TOPIC = "commitments.events";

    private final CommitmentList commitments;
    private final Flow flow;

    CallNewsInFlow(CommitmentList commitments, Flow flow) {
        this.commitments = commitments;
        this.flow = flow;
    }

    @Override
    public Places places(Access access) {
        Set<UUID> seen = commitments.funds(access, Optional.empty()).stream()
                .map(CommitmentList.Choice::id)
                .collect(Collectors.toSet());
        return new Places(flow.heard(CONSUMER, TOPIC, seen));
    }
}
