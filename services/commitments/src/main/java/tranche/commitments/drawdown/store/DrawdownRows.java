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
import java.util.stream.IntStream;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.store.CommitmentRows;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.domain.Tranches;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.Instructions;
import tranche.commitments.payment.store.BankAccountRows;
import tranche.flow.register.ForeignRows;
import tranche.values.actor.Scope;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.NameId;
import tranche.values.register.Shelf;
import tranche.world.ids.Ids;

/** Funds' drawdowns: loaded as far as a batch of commands needs them, and saved after it. */
public final class DrawdownRows {

    private static final String TRANCHES = "tranches";

    private static final Blanks NO_BLANKS = (_, _) -> List.of();

    /** How the facts are loaded: held until the end of the transaction, or not. */
    @FunctionalInterface
    private interface FactsLoaded {
        Map<UUID, Facts> of(TrancheFacts wanted, Connection connection, Map<UUID, Optional<Fund>> funds)
                throws SQLException;
    }

    /** Where the ids and references of new lines come from. */
    @FunctionalInterface
    private interface Blanks {
        List<Drawdowns.Blank> of(Connection connection, int number) throws SQLException;
    }

    private DrawdownRows() {}

    /** The drawdowns of the commands' funds, with what the commands name. */
    public static Map<UUID, Drawdowns> load(Connection connection, Ids ids, Map<UUID, List<DrawdownCommand>> commands)
            throws SQLException {
        Named named = new Named();
        commands.forEach((fund, list) -> list.forEach(command -> named.add(fund, command)));
        return load(connection, ids, named);
    }

    /** A call with all upon which its next step is decided, to be shown: nobody waits for it. */
    static Drawdowns around(Connection connection, CapitalCall call) throws SQLException {
        Named named = new Named();
        named.funds.add(call.fund().value());
        named.calls.add(call.id());
        return Optional.ofNullable(load(connection, named, TrancheFacts::load, NO_BLANKS)
                        .get(call.fund().value()))
                .orElse(Drawdowns.EMPTY);
    }

    /** What a draft is decided upon, to be shown: nobody waits for it, and no id or reference is used up. */
    static Drawdowns toDraft(Connection connection, UUID fund, CallCommand command) throws SQLException {
        Named named = new Named();
        named.add(fund, command);
        return Optional.ofNullable(load(
                                connection,
                                named,
                                TrancheFacts::load,
                                (_, number) -> IntStream.range(0, number)
                                        .mapToObj(DrawdownRows::madeUp)
                                        .toList())
                        .get(fund))
                .orElse(Drawdowns.EMPTY);
    }

    private static Drawdowns.Blank madeUp(int place) {
        return new Drawdowns.Blank(new CallLineId(NameId.of("line:" + place)), PaymentReference.of(place));
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

    /** The tranche that a motion is about, in its fund. */
    public static Drawdowns load(Connection connection, Ids ids, UUID fund, TrancheId tranche, TrancheMotion motion)
            throws SQLException {
        Named named = new Named();
        named.funds.add(fund);
        named.tranches.add(tranche);
        named.add(motion);
        return Optional.ofNullable(load(connection, ids, named).get(fund)).orElse(Drawdowns.EMPTY);
    }

    private static Map<UUID, Drawdowns> load(Connection connection, Ids ids, Named named) throws SQLException {
        return load(
                connection,
                named,
                TrancheFacts::loadForDeciding,
                (open, number) -> CallLineRows.blanks(open, ids, number));
    }

    private static Map<UUID, Drawdowns> load(Connection connection, Named named, FactsLoaded factsOf, Blanks blanksOf)
            throws SQLException {
        List<Tranche> tranches = TrancheRows.load(connection, named.tranches, named.calls);
        named.add(tranches);
        Map<FundId, Fund> funds =
                FundRows.load(connection, named.funds.stream().map(FundId::new).toList());
        List<Receipt> receipts = ReceiptRows.load(connection, named.receipts, named.entries, named.takenBack);
        receipts.forEach(receipt -> receipt.matches().forEach(match -> named.lines.add(match.line())));
        List<CallLine> lines = CallLineRows.load(connection, named.calls, named.lines, named.references);
        Set<CallId> calls = new HashSet<>(named.calls);
        lines.forEach(line -> calls.add(line.call()));
        List<CapitalCall> heads = CallRows.load(connection, calls);
        Map<CommitmentId, Commitment> commitments = commitments(connection, named, lines);
        heads.forEach(call -> call.release().map(Release::milestones).ifPresent(named.facts::milestones));
        Map<UUID, Optional<Fund>> byKey = named.funds.stream()
                .collect(Collectors.toMap(key -> key, key -> Optional.ofNullable(funds.get(new FundId(key)))));
        Map<UUID, Facts> facts = factsOf.of(named.facts, connection, byKey);
        Map<ForeignIdentity, Known<Scope>> known = known(connection, named.identities);
        Map<TrancheId, Timetable> timetables = TrancheTimetables.of(
                connection, tranches.stream().map(Tranche::id).toList());
        Map<FundId, List<BankAccount>> accounts = BankAccountRows.ofFunds(connection, named.issuing);
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
                            Tranches.of(
                                    Optional.ofNullable(funds.get(fund)),
                                    shelf(tranches, fund, Tranche::fund, Tranche::id),
                                    facts.getOrDefault(key, Facts.NONE),
                                    known,
                                    timetables),
                            receipts.stream()
                                    .collect(Collectors.toMap(one -> one.entry().key(), Receipt::id)),
                            blanksOf.of(connection, blanks),
                            new Instructions(accounts.getOrDefault(fund, List.of()))));
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

    private static Map<ForeignIdentity, Known<Scope>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, TRANCHES, identities);
        Map<ForeignIdentity, Known<Scope>> known = new HashMap<>();
        Map<UUID, Tranche> tranches = TrancheRows.load(
                        connection,
                        found.values().stream()
                                .map(row -> new TrancheId(row.id()))
                                .toList(),
                        List.of())
                .stream()
                .collect(Collectors.toMap(tranche -> tranche.id().value(), Function.identity()));
        found.forEach((identity, row) -> Optional.ofNullable(tranches.get(row.id()))
                .ifPresent(tranche -> known.put(identity, new Known<>(row.id(), tranche.scope(), row.payload()))));
        return known;
    }

    /**
     * Keeps the tranches that a batch left; before the calls that they drafted.
     *
     * @param released the events that released tranches
     */
    public static void saveTranches(
            Connection connection,
            Collection<Tranche> tranches,
            List<ForeignRows.Row> identities,
            Map<TrancheId, UUID> released)
            throws SQLException {
        TrancheRows.save(connection, tranches);
        ForeignRows.insert(connection, TRANCHES, identities);
        TrancheRows.release(connection, released);
        TrancheMotionRows.restate(connection, tranches);
    }

    /** Keeps what a batch left of calls and receipts. */
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
