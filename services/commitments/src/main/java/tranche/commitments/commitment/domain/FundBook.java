package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.commitment.domain.ClosingCommand.Approve;
import tranche.commitments.commitment.domain.ClosingCommand.CancelClosing;
import tranche.commitments.commitment.domain.ClosingCommand.Plan;
import tranche.commitments.commitment.domain.ClosingCommand.TakeEffect;
import tranche.commitments.commitment.domain.CommitmentCommand.Accept;
import tranche.commitments.commitment.domain.CommitmentCommand.ApproveTakeOn;
import tranche.commitments.commitment.domain.CommitmentCommand.Cancel;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.commitment.domain.CommitmentCommand.Draft;
import tranche.commitments.commitment.domain.CommitmentCommand.DraftTakeOn;
import tranche.commitments.commitment.domain.CommitmentCommand.Edit;
import tranche.commitments.commitment.domain.CommitmentCommand.Return;
import tranche.commitments.commitment.domain.CommitmentCommand.Submit;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.Holdings;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Shelf;

/**
 * A fund's commitments and closings, as far as the commands of one batch name them, with what a decision must know
 * beside: the fund's terms and cap, its kept totals, the investors' standing. It decides and applies; what it says is the
 * whole rule.
 *
 * @param fund empty where there is none of that id
 * @param totals of all the fund's commitments, not only of those loaded; there wherever the fund is
 * @param commitments those that the commands name, themselves or by a closing; of another fund only where a closing to be
 *     planned names one
 * @param closings those that the commands name, and open ones that hold a commitment which the commands name
 * @param investors those of the commitments whose investor matters to a command
 * @param holdings of those that a caller names and sees only for their commitments
 * @param known the scopes of commitments by the foreign identities that the commands name
 */
public record FundBook(
        Optional<Fund> fund,
        Optional<Totals> totals,
        Shelf<CommitmentId, Commitment> commitments,
        Shelf<ClosingId, Closing> closings,
        Map<InvestorId, Investor> investors,
        Holdings holdings,
        Map<ForeignIdentity, Known<Scope>> known) {

    public static final FundBook EMPTY = new FundBook(
            Optional.empty(), Optional.empty(), Shelf.empty(), Shelf.empty(), Map.of(), Holdings.NONE, Map.of());

    public FundBook {
        investors = Map.copyOf(investors);
        known = Map.copyOf(known);
    }

    public Decision<BookEvent> decide(BookCommand command, Instant now) {
        var drafting = new Drafting(this, now);
        var acceptance = new Acceptance(this, now);
        var closings = new ClosingDecisions(this, now);
        return switch (command) {
            case Draft draft -> drafting.draft(draft);
            case Edit edit -> drafting.edit(edit);
            case Submit submit -> drafting.submit(submit);
            case DraftTakeOn takeOn -> drafting.draftTakeOn(takeOn);
            case Return back -> acceptance.sendBack(back);
            case Accept accept -> acceptance.accept(accept);
            case Cancel cancel -> acceptance.cancel(cancel);
            case ApproveTakeOn approve -> acceptance.approveTakeOn(approve);
            case Confirm confirm -> new CommitmentMotions(this, now).confirm(confirm);
            case Plan plan -> closings.plan(plan);
            case Approve approve -> closings.approve(approve);
            case TakeEffect effect -> closings.takeEffect(effect);
            case CancelClosing cancel -> closings.cancel(cancel);
        };
    }

    /** Whether a motion may be put to a second person. */
    public Decision<Proposal> propose(ProposeMotion propose, Instant now) {
        return new CommitmentMotions(this, now).propose(propose);
    }

    public FundBook apply(BookEvent event, Instant recordedAt) {
        return switch (event) {
            case CommitmentEvent happened -> CommitmentHistory.after(this, happened, recordedAt);
            case ClosingEvent happened -> with(ClosingHistory.after(this, happened, recordedAt));
        };
    }

    /** What the fund's commitments come to. */
    public Totals total() {
        return totals.orElseThrow();
    }

    FundBook with(Commitment commitment) {
        return new FundBook(
                fund,
                totals,
                commitments.with(commitment.id(), commitment),
                closings,
                investors,
                holdings.with(commitment.investor(), commitment.scope()),
                known);
    }

    FundBook with(Closing closing) {
        return new FundBook(
                fund, totals, commitments, closings.with(closing.id(), closing), investors, holdings, known);
    }

    FundBook with(Totals changed) {
        return new FundBook(fund, Optional.of(changed), commitments, closings, investors, holdings, known);
    }

    FundBook with(ForeignIdentity identity, Known<Scope> commitment) {
        Map<ForeignIdentity, Known<Scope>> more = new HashMap<>(known);
        more.put(identity, commitment);
        return new FundBook(fund, totals, commitments, closings, investors, holdings, more);
    }
}
