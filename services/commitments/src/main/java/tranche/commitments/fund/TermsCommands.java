package tranche.commitments.fund;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCommand;
import tranche.commitments.fund.domain.FundCommand.ChangeTerms;
import tranche.commitments.fund.domain.FundFile;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.ProposeTerms;
import tranche.commitments.fund.domain.TermsChange;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.fund.store.TermsRows;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.MotionDoor;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.proposal.ProposalCommands.Turn;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Transaction;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * The front door of changes of a fund's cap, calendar and terms: one person proposes, another confirms, and with the
 * confirmation the fund has its new version.
 */
@Singleton
public final class TermsCommands {

    private final ProposalCommands proposals;
    private final FundCommands funds;

    TermsCommands(ProposalCommands proposals, FundCommands funds) {
        this.proposals = proposals;
        this.funds = funds;
    }

    /** Puts a change to a second person. */
    public Outcome propose(ProposeTerms propose, Request request) {
        return proposals.propose(
                request,
                Turn.at(propose.id().value()),
                transaction -> file(transaction, propose.id()).propose(propose, transaction.now()),
                (connection, made) -> TermsRows.insert(connection, made.id(), propose.id(), propose.change()));
    }

    private static FundFile file(Transaction transaction, FundId id) throws SQLException {
        Map<FundId, Fund> funds = FundRows.load(transaction.connection(), List.of(id));
        return new FundFile(
                Optional.ofNullable(funds.get(id)),
                Optional.ofNullable(FundRows.committed(transaction.connection(), List.of(id))
                        .get(id)),
                Map.of(),
                Map.of());
    }

    /** Where a second person answers it. */
    Approvable door() {
        return new MotionDoor(TermsChange.COMMAND, proposals, proposal -> Turn.at(proposal.subject()), this::change);
    }

    private Decision<Position> change(Transaction transaction, Proposal answered, Request request) throws SQLException {
        FundCommand change = new ChangeTerms(
                new FundId(answered.subject()),
                TermsRows.TABLE.find(transaction.connection(), answered.id()),
                answered.maker(),
                request.by());
        return transaction.take(funds, answered.subject(), change, request.by(), request.trace());
    }
}
