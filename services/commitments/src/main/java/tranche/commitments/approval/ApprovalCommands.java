package tranche.commitments.approval;

import jakarta.inject.Singleton;
import tranche.commitments.fund.TermsCommands;
import tranche.commitments.imports.ImportCommands;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;

/** The front door of answers: hands each to the feature that brings about what was proposed. */
@Singleton
public final class ApprovalCommands {

    private final ImportCommands imports;
    private final TermsCommands terms;

    ApprovalCommands(ImportCommands imports, TermsCommands terms) {
        this.imports = imports;
        this.terms = terms;
    }

    public Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return isImport(proposal)
                ? imports.approve(proposal.id(), seen, request)
                : terms.approve(proposal, seen, request);
    }

    public Outcome reject(Proposal proposal, String reason, Request request) {
        return isImport(proposal)
                ? imports.reject(proposal.id(), reason, request)
                : terms.reject(proposal, reason, request);
    }

    private static boolean isImport(Proposal proposal) {
        return proposal.command().equals(Import.COMMAND);
    }
}
