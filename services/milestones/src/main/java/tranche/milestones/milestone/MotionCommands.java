package tranche.milestones.milestone;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Propose;
import tranche.milestones.milestone.store.MotionRows;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * The front door of what two persons decide about a milestone: one proposes, another confirms, and with the confirmation
 * it has happened.
 */
@Singleton
public final class MotionCommands {

    private final ProposalCommands proposals;
    private final MilestoneCommands milestones;

    MotionCommands(ProposalCommands proposals, MilestoneCommands milestones) {
        this.proposals = proposals;
        this.milestones = milestones;
    }

    /** Puts a motion to a second person. */
    public Outcome propose(ProjectId project, Propose propose, Request request) {
        return proposals.propose(
                request,
                turnOf(project.value()),
                transaction -> milestones
                        .load(transaction.connection(), project, propose)
                        .propose(propose, transaction.now()),
                (transaction, made) -> {
                    MotionRows.insert(transaction.connection(), made.id(), propose.id(), propose.motion());
                    return Decision.accepted(Position.NONE);
                });
    }

    /** It happens, or the answer is no. */
    Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return proposals.approve(
                proposal.id(),
                seen,
                request,
                turnOf(project(proposal)),
                (transaction, answered) -> confirm(transaction, answered, request));
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        MilestoneCommand confirm = new Confirm(
                new MilestoneId(answered.subject()),
                MotionRows.find(transaction.connection(), answered.id()),
                answered.maker(),
                request.by());
        return transaction.take(milestones, project(answered), confirm, request.by(), request.trace());
    }

    /** The milestone stays as it is. */
    Outcome reject(Proposal proposal, String reason, Request request) {
        return proposals.reject(
                proposal.id(), reason, request, turnOf(project(proposal)), (_, _) -> Decision.accepted(Position.NONE));
    }

    private static UUID project(Proposal proposal) {
        return proposal.about().stream()
                .map(Scope::project)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static ProposalCommands.Turn turnOf(UUID project) {
        return transaction -> transaction.lock(Set.of(project), Set.of());
    }
}
