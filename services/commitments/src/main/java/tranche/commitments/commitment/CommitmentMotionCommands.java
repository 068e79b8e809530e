package tranche.commitments.commitment;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.commitment.domain.CommitmentMotion;
import tranche.commitments.commitment.domain.ProposeMotion;
import tranche.commitments.commitment.domain.Step;
import tranche.commitments.commitment.store.CommitmentMotionRows;
import tranche.commitments.investor.domain.InvestorId;
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
 * The front door of what two persons decide about a closed commitment: one proposes, another confirms, and with the
 * confirmation it is amended or has gone over.
 */
@Singleton
public final class CommitmentMotionCommands {

    private final ProposalCommands proposals;
    private final BookCommands books;

    CommitmentMotionCommands(ProposalCommands proposals, BookCommands books) {
        this.proposals = proposals;
        this.books = books;
    }

    /**
     * Puts a motion to a second person.
     *
     * @param about as it was when it was asked for: what of it is told here never changes
     */
    public Outcome propose(Commitment about, ProposeMotion propose, Request request) {
        UUID fund = about.fund().value();
        return proposals.propose(
                request,
                transaction -> transaction.lock(Set.of(fund), standing(about.investor(), propose.motion())),
                transaction ->
                        books.load(transaction.connection(), fund, propose).propose(propose, transaction.now()),
                (connection, made) ->
                        CommitmentMotionRows.insert(connection, made.id(), propose.id(), propose.motion()));
    }

    /** Where a second person answers what is proposed as a step. */
    Approvable door(Step step) {
        return new MotionDoor(
                CommitmentMotion.command(step), proposals, CommitmentMotionCommands::turnOf, this::confirm);
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        var moved = CommitmentMotionRows.TABLE.find(transaction.connection(), answered.id());
        var confirm = new Confirm(
                moved.commitment(), moved.motion(), answered.content().hash(), answered.maker(), request.by());
        return transaction.take(books, answered.the(Scope::fund), confirm, request.by(), request.trace());
    }

    /** One answer after the other in a fund, and no investor's standing changes meanwhile. */
    private static ProposalCommands.Turn turnOf(Proposal proposal) {
        return transaction -> {
            var moved = CommitmentMotionRows.TABLE.find(transaction.connection(), proposal.id());
            transaction.lock(Set.of(proposal.the(Scope::fund)), standing(moved.investor(), moved.motion()));
        };
    }

    private static Set<UUID> standing(InvestorId own, CommitmentMotion motion) {
        Set<UUID> investors = new HashSet<>();
        investors.add(own.value());
        motion.other().map(InvestorId::value).ifPresent(investors::add);
        return investors;
    }
}
