package tranche.commitments.drawdown;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.ProposeTranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.commitments.drawdown.store.TrancheMotionRows;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.MotionDoor;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * The front door of what two persons decide about a tranche: one proposes, another confirms, and with the confirmation it has
 * happened, to the call that it had drafted too.
 */
@Singleton
public final class TrancheMotionCommands {

    private final ProposalCommands proposals;
    private final DrawdownCommands drawdowns;

    TrancheMotionCommands(ProposalCommands proposals, DrawdownCommands drawdowns) {
        this.proposals = proposals;
        this.drawdowns = drawdowns;
    }

    /** Puts a motion to a second person. */
    public Outcome propose(FundId fund, ProposeTranche propose, Request request) {
        return proposals.propose(
                request,
                ProposalCommands.Turn.at(fund.value()),
                transaction -> drawdowns
                        .load(transaction.connection(), fund.value(), propose.id(), propose.motion())
                        .propose(propose, transaction.now()),
                (connection, made) -> TrancheMotionRows.insert(connection, made.id(), propose.id(), propose.motion()));
    }

    /** Where a second person answers what is proposed as a step. */
    Approvable door(TrancheStep step) {
        return new MotionDoor(
                TrancheMotion.command(step), proposals, TrancheMotionCommands::inTheProgramme, this::confirm);
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        var moved = TrancheMotionRows.TABLE.find(transaction.connection(), answered.id());
        var confirm = new TrancheCommand.Confirm(moved.tranche(), moved.motion(), answered.maker(), request.by());
        return transaction.take(drawdowns, answered.the(Scope::fund), confirm, request.by(), request.trace());
    }

    /** One answer after the other, so that two of them in different funds can't make tranches wait for each other. */
    private static ProposalCommands.Turn inTheProgramme(Proposal proposal) {
        Set<UUID> keys = proposal.about().stream()
                .flatMap(scope -> Stream.of(scope.fund(), scope.programme()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return transaction -> transaction.lock(keys, Set.of());
    }
}
