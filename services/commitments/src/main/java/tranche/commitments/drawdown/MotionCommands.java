package tranche.commitments.drawdown;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Propose;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.commitments.drawdown.store.MotionRows;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

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
                turnOf(fund.value()),
                transaction -> drawdowns
                        .load(transaction.connection(), fund.value(), propose.motion())
                        .propose(propose, transaction.now()),
                (transaction, made) -> {
                    MotionRows.insert(transaction.connection(), made.id(), propose.motion());
                    return Decision.accepted(Position.NONE);
                });
    }

    /** It happens, or the answer is no. */
    Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return proposals.approve(
                proposal.id(),
                seen,
                request,
                turnOf(fund(proposal)),
                (transaction, answered) -> confirm(transaction, answered, request));
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        ContentHash content = answered.content().hash();
        DrawdownCommand confirm = switch (MotionRows.find(transaction.connection(), answered.id())) {
            case Motion.Reversal(var call, String reason) ->
                new ReverseCall(call, reason, content, answered.maker(), request.by());
            case Motion.Refund(var receipt, String reason) ->
                new RefundReceipt(receipt, reason, content, answered.maker(), request.by());
        };
        return transaction.take(drawdowns, fund(answered), confirm, request.by(), request.trace());
    }

    /** The call or the receipt stays as it is. */
    Outcome reject(Proposal proposal, String reason, Request request) {
        return proposals.reject(
                proposal.id(), reason, request, turnOf(fund(proposal)), (_, _) -> Decision.accepted(Position.NONE));
    }

    private static UUID fund(Proposal proposal) {
        return proposal.about().stream()
                .map(Scope::fund)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static ProposalCommands.Turn turnOf(UUID fund) {
        return transaction -> transaction.lock(Set.of(fund), Set.of());
    }
}
