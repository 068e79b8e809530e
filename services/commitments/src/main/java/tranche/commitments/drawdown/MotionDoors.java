package tranche.commitments.drawdown;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/** A door for each kind of motion; behind them are {@link MotionCommands} and {@link TrancheMotionCommands}. */
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

    private record TrancheDoor(ProposedCommand command, TrancheMotionCommands motions) implements Approvable {

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
    @Named("amend-tranche")
    Approvable amendTranche(TrancheMotionCommands motions) {
        return new TrancheDoor(TrancheMotion.command(TrancheStep.AMEND), motions);
    }

    @Singleton
    @Named("cancel-tranche")
    Approvable cancelTranche(TrancheMotionCommands motions) {
        return new TrancheDoor(TrancheMotion.command(TrancheStep.CANCEL), motions);
    }

    @Singleton
    @Named("refund")
    Approvable refund(MotionCommands motions) {
        return new Door(Motion.Refund.COMMAND, motions);
    }
}
