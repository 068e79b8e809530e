package tranche.flow.proposal;

import java.sql.SQLException;
import java.util.function.Function;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.proposal.ProposalCommands.Turn;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.values.actor.ContentHash;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/**
 * The door of one kind of motions: with a second person's yes it happens, or the answer is no; with a no all stays as it is.
 *
 * @param turnOf what is locked before a proposal is answered
 * @param confirming what a yes brings about
 */
public record MotionDoor(
        ProposedCommand command, ProposalCommands proposals, Function<Proposal, Turn> turnOf, Confirming confirming)
        implements Approvable {

    /** What a second person's yes brings about: a command like any other, decided upon what there is then. */
    @FunctionalInterface
    public interface Confirming {
        /** @return where the last event stands */
        Decision<Position> in(Transaction transaction, Proposal answered, Request request) throws SQLException;
    }

    @Override
    public Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return proposals.approve(
                proposal.id(),
                seen,
                request,
                turnOf.apply(proposal),
                (transaction, answered) -> confirming.in(transaction, answered, request));
    }

    @Override
    public Outcome reject(Proposal proposal, String reason, Request request) {
        return proposals.reject(
                proposal.id(), reason, request, turnOf.apply(proposal), (_, _) -> Decision.accepted(Position.NONE));
    }
}
