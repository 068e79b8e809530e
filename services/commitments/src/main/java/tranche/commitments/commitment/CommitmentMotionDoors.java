package tranche.commitments.commitment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.commitments.commitment.domain.CommitmentMotion;
import tranche.commitments.commitment.domain.Step;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/** A door for each kind of motion; behind them is {@link CommitmentMotionCommands}. */
@Factory
final class CommitmentMotionDoors {

    private record Door(ProposedCommand command, CommitmentMotionCommands motions) implements Approvable {

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
    @Named("amend-commitment")
    Approvable amend(CommitmentMotionCommands motions) {
        return new Door(CommitmentMotion.command(Step.AMEND), motions);
    }

    @Singleton
    @Named("transfer-commitment")
    Approvable transfer(CommitmentMotionCommands motions) {
        return new Door(CommitmentMotion.command(Step.TRANSFER), motions);
    }
}
