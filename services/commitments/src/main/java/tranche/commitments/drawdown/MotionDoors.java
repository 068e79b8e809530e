package tranche.commitments.drawdown;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.commitments.drawdown.domain.Motion;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/** A door for each kind of motion; behind all of them is {@link MotionCommands}. */
@Factory
final class MotionDoors {

    private record Door(ProposedCommand command, MotionCommands motions) implements Approvable {

        @Override
        public Outcome approve(Proposal proposal, ContentHash seen, Request request) {
            return motions.approve(proposal, seen, request);
        }

        @Override
        public Outcome reject(Proposal proposal, String reason, Request request) {
            return motions.reject(proposal, reason, request);
        }
    }

    @Singleton
    @Named("reversal")
    Approvable reversal(MotionCommands motions) {
        return new Door(Motion.Reversal.COMMAND, motions);
    }

    @Singleton
    @Named("refund")
    Approvable refund(MotionCommands motions) {
        return new Door(Motion.Refund.COMMAND, motions);
    }
}
