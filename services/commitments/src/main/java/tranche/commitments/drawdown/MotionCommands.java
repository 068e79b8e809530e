package tranche.commitments.drawdown;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Propose;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.commitments.drawdown.store.MotionRows;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.MotionDoor;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/**
 * The front door of what two persons decide about a call or a receipt: one proposes, another confirms, and with the
 * confirmation it has happened.
 */
@Singleton
public final class MotionCommands {

    private final ProposalCommands proposals;
    private final DrawdownCommands drawdowns;

    MotionCommands(ProposalCommands proposals, DrawdownCommands drawdowns) {
        this.proposals = proposals;
        this.drawdowns = drawdowns;
    }

    /** Puts a motion to a second person. */
    public Outcome propose(FundId fund, Propose propose, Request request) {
        return proposals.propose(
                request,
                ProposalCommands.Turn.at(fund.value()),
                transaction -> drawdowns
                        .load(transaction.connection(), fund.value(), propose.motion())
                        .propose(propose, transaction.now()),
                (connection, made) -> MotionRows.insert(connection, made.id(), propose.motion()));
    }

    /** Where a second person answers what is proposed as a command. */
    Approvable door(ProposedCommand command) {
        return new MotionDoor(
                command, proposals, proposal -> ProposalCommands.Turn.at(proposal.the(Scope::fund)), this::confirm);
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        ContentHash content = answered.content().hash();
        DrawdownCommand confirm = switch (MotionRows.TABLE.find(transaction.connection(), answered.id())) {
            case Motion.Reversal(var call, String reason) ->
                new ReverseCall(call, reason, content, answered.maker(), request.by());
            case Motion.Refund(var receipt, String reason) ->
                new RefundReceipt(receipt, reason, content, answered.maker(), request.by());
        };
        return transaction.take(drawdowns, answered.the(Scope::fund), confirm, request.by(), request.trace());
    }
}
