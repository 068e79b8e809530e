package tranche.milestones.milestone;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Step;
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

    private static Approvable door(Step step, MotionCommands motions) {
        return new Door(Motion.command(step), motions);
    }

    @Singleton
    @Named("rebaseline")
    Approvable rebaseline(MotionCommands motions) {
        return door(Step.REBASELINE, motions);
    }

    @Singleton
    @Named("revoke-verification")
    Approvable revokeVerification(MotionCommands motions) {
        return door(Step.REVOKE_VERIFICATION, motions);
    }

    @Singleton
    @Named("waiver")
    Approvable waive(MotionCommands motions) {
        return door(Step.WAIVE, motions);
    }

    @Singleton
    @Named("revoke-waiver")
    Approvable revokeWaiver(MotionCommands motions) {
        return door(Step.REVOKE_WAIVER, motions);
    }

    @Singleton
    @Named("remove")
    Approvable remove(MotionCommands motions) {
        return door(Step.REMOVE, motions);
    }

    @Singleton
    @Named("supersede")
    Approvable supersede(MotionCommands motions) {
        return door(Step.SUPERSEDE, motions);
    }
}
