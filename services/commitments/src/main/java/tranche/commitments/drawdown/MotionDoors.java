package tranche.commitments.drawdown;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.flow.proposal.Approvable;

/** A door for each kind of motion; behind them are {@link MotionCommands} and {@link TrancheMotionCommands}. */
@Factory
final class MotionDoors {

    @Singleton
    @Named("reversal")
    Approvable reversal(MotionCommands motions) {
        return motions.door(Motion.Reversal.COMMAND);
    }

    @Singleton
    @Named("refund")
    Approvable refund(MotionCommands motions) {
        return motions.door(Motion.Refund.COMMAND);
    }

    @Singleton
    @Named("amend-tranche")
    Approvable amendTranche(TrancheMotionCommands motions) {
        return motions.door(TrancheStep.AMEND);
    }

    @Singleton
    @Named("cancel-tranche")
    Approvable cancelTranche(TrancheMotionCommands motions) {
        return motions.door(TrancheStep.CANCEL);
    }
}
