package tranche.flow.proposal;

import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

/** The front door of one kind of proposed commands: it brings about what a second person answers. */
public interface Approvable {

    /** The kind; a service has one front door for each. */
    ProposedCommand command();

    /** A second person says yes: what was proposed takes effect, or the answer is no. */
    Outcome approve(Proposal proposal, ContentHash seen, Request request);

    /** A second person says no: what was proposed never takes effect. */
    Outcome reject(Proposal proposal, String reason, Request request);
}
