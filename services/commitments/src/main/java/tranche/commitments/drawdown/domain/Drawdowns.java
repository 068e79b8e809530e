package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.drawdown.domain.CallCommand.ApproveCall;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.drawdown.domain.CallCommand.MarkOverdue;
import tranche.commitments.drawdown.domain.CallCommand.RemindOfDue;
import tranche.commitments.drawdown.domain.CallCommand.ReopenCall;
import tranche.commitments.drawdown.domain.CallCommand.ReturnCall;
import tranche.commitments.drawdown.domain.CallCommand.ReverseCall;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.ConfirmRefund;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RefundReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.ReturnReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.UnmatchReceipt;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.payment.domain.Instructions;
import tranche.values.actor.Maker;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.register.Shelf;

/**
 * A fund's tranches, calls and receipts, as far as the commands of one batch name them, with what a decision must know
 * beside: the fund's terms and the commitments that are called or paid. It decides and applies; what it says is the whole
 * rule.
 *
 * @param fund empty where there is none of that id
 * @param lines of the calls that are drafted, moved or taken back, all; of others, those that a receipt names
 * @param receipts those that the commands name, and those that settle a call which is taken back
 * @param commitments whose lines are loaded, and all closed ones of the fund where a call is drafted
 * @param tranches with those whose calls are moved; each with its call among the calls
 * @param entries which receipt records an entry of the bank, for those that the commands record
 * @param blanks for the lines that drafts make, each taken once
 * @param instructions where its payers are sent, where a call is issued; otherwise none
 */
public record Drawdowns(
        Optional<Fund> fund,
        Shelf<CallId, CapitalCall> calls,
        Shelf<CallLineId, CallLine> lines,
        Shelf<ReceiptId, Receipt> receipts,
        Shelf<CommitmentId, Commitment> commitments,
        Tranches tranches,
        Map<BankEntry.Key, ReceiptId> entries,
        List<Blank> blanks,
        Instructions instructions) {

    /** A line's id and reference before there is a line; the last of them gives its call a reference. */
    public record Blank(CallLineId id, PaymentReference reference) {}

    public static final Drawdowns EMPTY = new Drawdowns(
            Optional.empty(),
            Shelf.empty(),
            Shelf.empty(),
            Shelf.empty(),
            Shelf.empty(),
            Tranches.NONE,
            Map.of(),
            List.of(),
            Instructions.NONE);

    public Drawdowns {
        entries = Map.copyOf(entries);
        blanks = List.copyOf(blanks);
    }

    public Decision<DrawdownEvent> decide(DrawdownCommand command, Instant now) {
        return switch (command) {
            case DraftCall draft -> new CallDrafting(this, now).draft(draft);
            case EditCall edit -> new CallDrafting(this, now).edit(edit);
            case ApproveCall approve -> new CallApproval(this, now).approve(approve);
            case ReturnCall back -> new CallApproval(this, now).sendBack(back);
            case ReopenCall reopen -> new CallApproval(this, now).reopen(reopen);
            case CancelCall cancel ->
                new TrancheCalls(this, now).withTranche(cancel, new CallApproval(this, now).cancel(cancel));
            case IssueCall issue ->
                new TrancheCalls(this, now).withTranche(issue, new CallIssue(this, now).issue(issue));
            case RemindOfDue remind -> new CallDue(this, now).remind(remind);
            case MarkOverdue mark -> new CallDue(this, now).markOverdue(mark);
            case ReverseCall reverse -> new CallReversal(this, now).reverse(reverse);
            case RecordReceipt entry -> new Recording(this, now).record(entry);
            case MatchReceipt match -> new Matching(this, now).match(match);
            case UnmatchReceipt unmatch -> new Matching(this, now).unmatch(unmatch);
            case ApplyHeld apply -> new Matching(this, now).apply(apply);
            case RefundReceipt refund -> new Refunding(this, now).refund(refund);
            case ConfirmRefund confirm -> new Refunding(this, now).confirm(confirm);
            case ReturnReceipt back -> new Refunding(this, now).returned(back);
            case TrancheCommand ofTranche -> new TrancheCalls(this, now).decide(ofTranche);
        };
    }

    /** Whether a motion may be put to a second person. */
    public Decision<Proposal> propose(Propose propose, Instant now) {
        return switch (propose.motion()) {
            case Motion.Reversal reversal -> new CallReversal(this, now).propose(propose, reversal);
            case Motion.Refund refund -> new Refunding(this, now).propose(propose, refund);
        };
    }

    /** Whether a motion about a tranche may be put to a second person. */
    public Decision<Proposal> propose(ProposeTranche propose, Instant now) {
        return tranches.propose(propose, now);
    }

    public Drawdowns apply(DrawdownEvent event, Instant recordedAt) {
        return switch (event) {
            case CallEvent happened -> CallHistory.after(this, happened, recordedAt);
            case ReceiptEvent happened -> ReceiptHistory.after(this, happened, recordedAt);
            case TrancheEvent happened -> with(tranches.apply(happened, recordedAt));
            case CommitmentDrawn drawn -> {
                Commitment commitment = commitments.get(drawn.id()).orElseThrow();
                yield with(commitment.drawn(drawn.drawn(), drawn.effectiveDate(), recordedAt));
            }
        };
    }

    LocalDate today(Instant now) {
        return fund.orElseThrow().today(now);
    }

    /** Who verified what a call was drafted upon, and all else that its tranche may rest on by now (rule D-2). */
    Set<Maker> verifiersOf(Release release) {
        Set<UUID> milestones = new HashSet<>(release.milestones());
        tranches.tranches().get(release.tranche()).map(Tranche::milestones).ifPresent(milestones::addAll);
        Set<Maker> verifiers = new HashSet<>(release.verifiers());
        verifiers.addAll(tranches.facts().verifiersOf(milestones));
        return verifiers;
    }

    /** The lines of a call that is loaded whole, without those that were left out. */
    public List<CallLine> linesOf(CallId call) {
        return lines.values().stream()
                .filter(line -> line.call().equals(call) && line.state() != LineState.DROPPED)
                .toList();
    }

    Drawdowns with(CapitalCall call) {
        return new Drawdowns(
                fund,
                calls.with(call.id(), call),
                lines,
                receipts,
                commitments,
                tranches,
                entries,
                blanks,
                instructions);
    }

    Drawdowns with(CallLine line) {
        return new Drawdowns(
                fund,
                calls,
                lines.with(line.id(), line),
                receipts,
                commitments,
                tranches,
                entries,
                blanks,
                instructions);
    }

    Drawdowns with(Receipt receipt) {
        return new Drawdowns(
                fund,
                calls,
                lines,
                receipts.with(receipt.id(), receipt),
                commitments,
                tranches,
                entries,
                blanks,
                instructions);
    }

    Drawdowns with(Commitment commitment) {
        return new Drawdowns(
                fund,
                calls,
                lines,
                receipts,
                commitments.with(commitment.id(), commitment),
                tranches,
                entries,
                blanks,
                instructions);
    }

    Drawdowns with(BankEntry.Key entry, ReceiptId receipt) {
        Map<BankEntry.Key, ReceiptId> more = new HashMap<>(entries);
        more.put(entry, receipt);
        return new Drawdowns(fund, calls, lines, receipts, commitments, tranches, more, blanks, instructions);
    }

    private Drawdowns with(Tranches moved) {
        return new Drawdowns(fund, calls, lines, receipts, commitments, moved, entries, blanks, instructions);
    }

    Drawdowns withBlanks(List<Blank> left) {
        return new Drawdowns(fund, calls, lines, receipts, commitments, tranches, entries, left, instructions);
    }
}
