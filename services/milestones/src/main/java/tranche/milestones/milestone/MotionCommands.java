package tranche.milestones.milestone;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.MotionDoor;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Propose;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.store.MotionRows;
import tranche.milestones.project.domain.ProjectId;
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
                ProposalCommands.Turn.at(project.value()),
                transaction -> milestones
                        .load(transaction.connection(), project, propose)
                        .propose(propose, transaction.now()),
                (connection, made) -> MotionRows.insert(connection, made.id(), propose.id(), propose.motion()));
    }

    /** Where a second person answers what is proposed as a step. */
    Approvable door(Step step) {
        return new MotionDoor(
                Motion.command(step),
                proposals,
                proposal -> ProposalCommands.Turn.at(proposal.the(Scope::project)),
                this::confirm);
    }

    private Decision<Position> confirm(Transaction transaction, Proposal answered, Request request)
            throws SQLException {
        MilestoneCommand confirm = new Confirm(
                new MilestoneId(answered.subject()),
                MotionRows.TABLE.find(transaction.connection(), answered.id()),
                answered.maker(),
                request.by());
        return transaction.take(milestones, answered.the(Scope::project), confirm, request.by(), request.trace());
    }
}
