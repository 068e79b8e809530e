package tranche.commitments.drawdown;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.ProposeTranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.store.TrancheMotionRows;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Transaction;
import tranche.values.actor.ContentHash;
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
                turnOf(fund.value()),
                transaction -> drawdowns
                        .load(transaction.connection(), fund.value(), propose.id(), propose.motion())
                        .propose(propose, transaction.now()),
                (transaction, made) -> {
                    TrancheMotionRows.insert(transaction.connection(), made.id(), propose.id(), propose.motion());
                    return Decision.accepted(Position.NONE);
                });
    }

    /** It happens, or the answer is no. */
    Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return proposals.approve(
                proposal.id(),
                seen,
                request,
                inTheProgramme(proposal),
                (transaction, answered) -> confirm(transaction, answered, request));
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        var moved = TrancheMotionRows.find(transaction.connection(), answered.id());
        Submission<Drawdowns, DrawdownCommand, DrawdownEvent> submission = new Submission<>(
                fund(answered),
                Set.of(),
                new TrancheCommand.Confirm(moved.tranche(), moved.motion(), answered.maker(), request.by()),
                request.by(),
                Optional.empty(),
                request.trace(),
                Renderer.nothing());
        return switch (transaction.submit(drawdowns, List.of(submission)).getFirst()) {
            case Outcome.Done done -> Decision.accepted(done.position());
            case Outcome.Refused(var refusal, Map<String, Object> facts) -> Decision.refused(refusal, facts);
            case Outcome.KeyReused _, Outcome.InProgress _ ->
                throw new IllegalStateException("a command without a key was taken for another request");
        };
    }

    /** The tranche stays as it is. */
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

    /** One confirmation after the other, so that two of them in different funds can't make tranches wait for each other. */
    private static ProposalCommands.Turn inTheProgramme(Proposal proposal) {
        Set<UUID> keys = proposal.about().stream()
                .flatMap(scope -> Stream.of(scope.fund(), scope.programme()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return transaction -> transaction.lock(keys, Set.of());
    }

    private static ProposalCommands.Turn turnOf(UUID fund) {
        return transaction -> transaction.lock(Set.of(fund), Set.of());
    }
}
