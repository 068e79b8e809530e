package tranche.commitments.approval;

import jakarta.inject.Singleton;
import tranche.commitments.fund.TermsCommands;
import tranche.commitments.imports.ImportCommands;
import tranche.commitments.proposal.ProposalCommands.Request;
import tranche.commitments.proposal.domain.Proposal;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;

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
        return switch (proposal.command()) {
            case IMPORT -> imports.approve(proposal.id(), seen, request);
            case CHANGE_TERMS -> terms.approve(proposal, seen, request);
        };
    }

    public Outcome reject(Proposal proposal, String reason, Request request) {
        return switch (proposal.command()) {
            case IMPORT -> imports.reject(proposal.id(), reason, request);
            case CHANGE_TERMS -> terms.reject(proposal, reason, request);
        };
    }
}
