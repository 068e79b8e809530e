package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.store.CommitmentRows;
import tranche.commitments.drawdown.domain.BankEntry;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptCommand;
import tranche.commitments.drawdown.domain.ReceiptCommand.ApplyHeld;
import tranche.commitments.drawdown.domain.ReceiptCommand.MatchReceipt;
import tranche.commitments.drawdown.domain.ReceiptCommand.RecordReceipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.register.Shelf;
import tranche.world.ids.Ids;

/** Funds' drawdowns: loaded as far as a batch of commands needs them, and saved after it. */
public final class DrawdownRows {

    private DrawdownRows() {}

    /** What the commands of a batch name. */
    private static final class Named {

        private final Set<UUID> funds = new HashSet<>();
        private final Set<CallId> calls = new HashSet<>();
        private final Set<CallId> takenBack = new HashSet<>();
        private final Set<CallLineId> lines = new HashSet<>();
        private final Set<PaymentReference> references = new HashSet<>();
        private final Set<ReceiptId> receipts = new HashSet<>();
        private final Set<BankEntry.Key> entries = new HashSet<>();
        private final Set<InvestorId> investors = new HashSet<>();

        /** How many calls are shared anew, by fund. */
        private final Map<UUID, Integer> shared = new HashMap<>();

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
                case CallCommand other -> calls.add(other.id());
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
    }

    /** The drawdowns of the commands' funds, with what the commands name. */
    public static Map<UUID, Drawdowns> load(Connection connection, Ids ids, Map<UUID, List<DrawdownCommand>> commands)
            throws SQLException {
        Named named = new Named();
        commands.forEach((fund, list) -> list.forEach(command -> named.add(fund, command)));
        return load(connection, ids, named);
    }

    /** What a motion is about, in its fund. */
    public static Drawdowns load(Connection connection, Ids ids, UUID fund, Motion motion) throws SQLException {
        Named named = new Named();
        named.funds.add(fund);
        switch (motion) {
            case Motion.Reversal reversal -> named.calls.add(reversal.call());
            case Motion.Refund refund -> named.receipts.add(refund.receipt());
        }
        return Optional.ofNullable(load(connection, ids, named).get(fund)).orElse(Drawdowns.EMPTY);
    }

    private static Map<UUID, Drawdowns> load(Connection connection, Ids ids, Named named) throws SQLException {
        Map<FundId, Fund> funds =
                FundRows.load(connection, named.funds.stream().map(FundId::new).toList());
        List<Receipt> receipts = ReceiptRows.load(connection, named.receipts, named.entries, named.takenBack);
        receipts.forEach(receipt -> receipt.matches().forEach(match -> named.lines.add(match.line())));
        List<CallLine> lines = CallLineRows.load(connection, named.calls, named.lines, named.references);
        Set<CallId> calls = new HashSet<>(named.calls);
        lines.forEach(line -> calls.add(line.call()));
        List<CapitalCall> heads = CallRows.load(connection, calls);
        Map<CommitmentId, Commitment> commitments = commitments(connection, named, lines);
        Map<UUID, Drawdowns> loaded = new HashMap<>();
        for (UUID key : named.funds) {
            FundId fund = new FundId(key);
            List<Commitment> own = commitments.values().stream()
                    .filter(one -> one.fund().equals(fund))
                    .toList();
            int blanks = named.shared.getOrDefault(key, 0) * (own.size() + 1);
            loaded.put(
                    key,
                    new Drawdowns(
                            Optional.ofNullable(funds.get(fund)),
                            shelf(heads, fund, CapitalCall::fund, CapitalCall::id),
                            shelf(lines, fund, CallLine::fund, CallLine::id),
                            Shelf.of(receipts.stream().collect(Collectors.toMap(Receipt::id, Function.identity()))),
                            Shelf.of(own.stream().collect(Collectors.toMap(Commitment::id, Function.identity()))),
                            receipts.stream()
                                    .collect(Collectors.toMap(one -> one.entry().key(), Receipt::id)),
                            CallLineRows.blanks(connection, ids, blanks)));
        }
        return loaded;
    }

    private static <K extends Comparable<K>, V> Shelf<K, V> shelf(
            Collection<V> all, FundId fund, Function<V, FundId> fundOf, Function<V, K> idOf) {
        return Shelf.of(all.stream()
                .filter(one -> fundOf.apply(one).equals(fund))
                .collect(Collectors.toMap(idOf, Function.identity())));
    }

    /** Those of the lines, of investors for whom something is held, and all that can be called where a call is shared. */
    private static Map<CommitmentId, Commitment> commitments(Connection connection, Named named, List<CallLine> lines)
            throws SQLException {
        Map<CommitmentId, Commitment> commitments = new HashMap<>(CommitmentRows.load(
                connection, lines.stream().map(CallLine::commitment).distinct().toList()));
        if (!named.shared.isEmpty()) {
            CommitmentRows.closedOf(connection, named.shared.keySet()).forEach(one -> commitments.put(one.id(), one));
        }
        if (!named.investors.isEmpty()) {
            CommitmentRows.ofInvestors(connection, named.funds, named.investors)
                    .forEach(one -> commitments.put(one.id(), one));
        }
        return commitments;
    }

    /** Keeps what a batch left. */
    public static void save(
            Connection connection,
            Collection<CapitalCall> calls,
            Collection<CallLine> lines,
            Collection<Receipt> receipts,
            Map<ReceiptId, Payer> payers,
            List<Commitment> commitments)
            throws SQLException {
        CallRows.save(connection, calls);
        CallLineRows.save(connection, lines);
        ReceiptRows.save(connection, receipts);
        ReceiptRows.savePayers(connection, payers);
        CommitmentRows.draw(connection, commitments);
    }
}
