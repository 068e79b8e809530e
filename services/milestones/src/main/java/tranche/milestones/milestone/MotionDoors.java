package tranche.milestones.milestone;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.flow.proposal.Approvable;
import tranche.milestones.milestone.domain.Step;

/** A door for each kind of motion; behind all of them is {@link MotionCommands}. */
@Factory
final class MotionDoors {

    @Singleton
    @Named("rebaseline")
    Approvable rebaseline(MotionCommands motions) {
        return motions.door(Step.REBASELINE);
    }

    @Singleton
    @Named("revoke-verification")
    Approvable revokeVerification(MotionCommands motions) {
        return motions.door(Step.REVOKE_VERIFICATION);
    }

    @Singleton
    @Named("waiver")
    Approvable waive(MotionCommands motions) {
        return motions.door(Step.WAIVE);
    }

    @Singleton
    @Named("revoke-waiver")
    Approvable revokeWaiver(MotionCommands motions) {
        return motions.door(Step.REVOKE_WAIVER);
    }

    @Singleton
    @Named("remove")
    Approvable remove(MotionCommands motions) {
        return motions.door(Step.REMOVE);
    }

    @Singleton
    @Named("supersede")
    Approvable supersede(MotionCommands motions) {
        return motions.door(Step.SUPERSEDE);
    }
}
