package tranche.commitments.commitment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.commitments.commitment.domain.Step;
import tranche.flow.proposal.Approvable;

/** A door for each kind of motion; behind them is {@link CommitmentMotionCommands}. */
@Factory
final class CommitmentMotionDoors {

    @Singleton
    @Named("amend-commitment")
    Approvable amend(CommitmentMotionCommands motions) {
        return motions.door(Step.AMEND);
    }

    @Singleton
    @Named("transfer-commitment")
    Approvable transfer(CommitmentMotionCommands motions) {
        return motions.door(Step.TRANSFER);
    }
}
