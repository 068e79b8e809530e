package tranche.commitments.drawdown.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.BankEntry;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.domain.CallDraft;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.ReceiptCommand;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.register.ForeignIdentity;

/** What the commands of a batch name. */
final class Named {

    final Set<UUID> funds = new HashSet<>();
    final Set<CallId> calls = new HashSet<>();
    final Set<CallId> takenBack = new HashSet<>();
    final Set<CallLineId> lines = new HashSet<>();
    final Set<PaymentReference> references = new HashSet<>();
    final Set<ReceiptId> receipts = new HashSet<>();
    final Set<BankEntry.Key> entries = new HashSet<>();
    final Set<InvestorId> investors = new HashSet<>();

    final Set<TrancheId> tranches = new HashSet<>();
    final Set<ForeignIdentity> identities = new HashSet<>();
    final TrancheFacts facts = new TrancheFacts();

    /** Funds of which a call is issued: its lines name where they are paid. */
    final Set<FundId> issuing = new HashSet<>();

    /** Tranches that are looked at anew, by fund; a call is drafted of those that are locked. */
    final Map<UUID, Set<TrancheId>> reconsidered = new HashMap<>();

    /** Versions of conditions of which calls may be drafted, beside the one that each tranche has. */
    final Set<TrancheId> amended = new HashSet<>();

    /** How many calls are shared anew, by fund. */
    final Map<UUID, Integer> shared = new HashMap<>();

    void add(UUID fund, DrawdownCommand command) {
        funds.add(fund);
        switch (command) {
            case CallCommand.DraftCall draft -> {
                calls.add(draft.id());
                shared.merge(fund, 1, Integer::sum);
            }
            case CallCommand.EditCall edit -> {
                calls.add(edit.id());
                shared.merge(fund, 1, Integer::sum);
            }
            case CallCommand.ReverseCall reverse -> {
                calls.add(reverse.id());
                takenBack.add(reverse.id());
            }
            case CallCommand.IssueCall issue -> {
                calls.add(issue.id());
                issuing.add(new FundId(fund));
            }
            case CallCommand other -> calls.add(other.id());
            case TrancheCommand ofTranche -> add(fund, ofTranche);
            case RecordReceipt entry -> {
                entries.add(entry.entry().key());
                entry.payer().remittance().map(PaymentReference::in).ifPresent(references::addAll);
            }
            case MatchReceipt match -> {
                receipts.add(match.id());
                match.wanted().forEach(wanted -> lines.add(wanted.line()));
                match.excess().ifPresent(investors::add);
            }
            case ApplyHeld apply -> {
                receipts.add(apply.id());
                lines.add(apply.line());
            }
            case ReceiptCommand other -> receipts.add(other.id());
        }
    }

    private void add(UUID fund, TrancheCommand command) {
        tranches.add(command.id());
        switch (command) {
            case TrancheCommand.Draft draft -> {
                draft.foreign().ifPresent(identities::add);
                draft.project().ifPresent(facts::project);
                facts.conditions(draft.conditions());
            }
            case TrancheCommand.Reconsider again ->
                reconsidered.computeIfAbsent(fund, _ -> new HashSet<>()).add(again.id());
            case TrancheCommand.Approve _ -> mayDraft(fund);
            case TrancheCommand.Redraft redraft -> {
                calls.add(new CallId(redraft.call()));
                mayDraft(fund);
            }
            case TrancheCommand.Follow follow -> {
                facts.milestones(
                        follow.successor().stream().map(MilestoneId::value).toList());
                mayDraft(fund);
                amended.add(follow.id());
            }
            case TrancheCommand.Confirm confirm -> {
                add(confirm.motion());
                mayDraft(fund);
                amended.add(confirm.id());
            }
        }
    }

    void add(TrancheMotion motion) {
        if (motion instanceof TrancheMotion.Amend amend) {
            facts.conditions(amend.conditions());
        }
    }

    private void mayDraft(UUID fund) {
        shared.merge(fund, 1, Integer::sum);
    }

    /** What the tranches bring along, once they are loaded: their calls, and what their conditions name. */
    void add(Collection<Tranche> found) {
        found.forEach(tranche -> {
            tranche.call().map(CallId::new).ifPresent(calls::add);
            calls.add(
                    new CallId(CallDraft.idOf(tranche.id(), tranche.conditions().number())));
            if (amended.contains(tranche.id())) {
                calls.add(new CallId(
                        CallDraft.idOf(tranche.id(), tranche.conditions().number() + 1)));
            }
            facts.conditions(tranche.conditions().conditions());
        });
        Set<TrancheId> settled = found.stream()
                .filter(tranche -> tranche.state() != TrancheState.DRAFT && tranche.state() != TrancheState.LOCKED)
                .map(Tranche::id)
                .collect(Collectors.toSet());
        reconsidered.forEach(
                (fund, ids) -> ids.stream().filter(id -> !settled.contains(id)).forEach(_ -> mayDraft(fund)));
    }
}
