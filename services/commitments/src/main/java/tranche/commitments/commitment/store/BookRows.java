package tranche.commitments.commitment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.BookCommand;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingCommand;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentCommand;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentMotion;
import tranche.commitments.commitment.domain.FundBook;
import tranche.commitments.commitment.domain.ProposeMotion;
import tranche.commitments.commitment.domain.Totals;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.investor.domain.Holdings;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.store.InvestorRows;
import tranche.flow.read.Query;
import tranche.flow.register.ForeignRows;
import tranche.flow.sql.Bind;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Shelf;

/** A fund's book: loaded as far as a batch of commands needs it, and saved after it. */
public final class BookRows {

    private static final String COLLECTION = "commitments";

    private static final String TOTALS = """
            select t.fund_id, t.accepted, t.committed,
                   exists (select from capital_call c
                            where c.fund_id = t.fund_id and c.state not in ('DRAFT', 'APPROVED', 'CANCELLED'))
              from fund_total t where t.fund_id = any(?::uuid[])
            """;

    private static final String SAVE_TOTALS = """
            update fund_total t set accepted = n.accepted, committed = n.committed
              from unnest(?::uuid[], ?::numeric[], ?::numeric[]) as n(fund_id, accepted, committed)
             where t.fund_id = n.fund_id
            """;

    private BookRows() {}

    /** The books of the commands' funds, with what the commands name. */
    public static Map<UUID, FundBook> load(Connection connection, Map<UUID, List<BookCommand>> commands)
            throws SQLException {
        return load(connection, commands.keySet(), Named.in(commands));
    }

    /** What a motion is about, in its fund. */
    public static FundBook load(Connection connection, UUID fund, ProposeMotion propose) throws SQLException {
        Named named = new Named();
        named.add(propose.id(), propose.motion(), propose.by());
        return Optional.ofNullable(load(connection, Set.of(fund), named).get(fund))
                .orElse(FundBook.EMPTY);
    }

    private static Map<UUID, FundBook> load(Connection connection, Set<UUID> keys, Named named) throws SQLException {
        Map<FundId, Fund> funds =
                FundRows.load(connection, keys.stream().map(FundId::new).toList());
        Map<UUID, Totals> totals = totals(connection, funds);
        List<Closing> closings = named.closingFunds.isEmpty()
                ? List.of()
                : ClosingRows.load(connection, named.closings, named.closingFunds);
        closings.forEach(closing -> named.commitments.addAll(closing.commitments()));
        Map<CommitmentId, Commitment> commitments = CommitmentRows.load(connection, named.commitments);
        commitments.values().forEach(commitment -> named.investors.add(commitment.investor()));
        Map<InvestorId, Investor> investors = InvestorRows.load(connection, named.investors);
        Holdings holdings = InvestorRows.holdings(connection, named.unseenThemselves(investors));
        Map<ForeignIdentity, Known<Scope>> known = known(connection, named.identities);
        Map<UUID, FundBook> books = new HashMap<>();
        for (UUID key : keys) {
            FundId fund = new FundId(key);
            books.put(
                    key,
                    new FundBook(
                            Optional.ofNullable(funds.get(fund)),
                            Optional.ofNullable(totals.get(key)),
                            Shelf.of(commitments.values().stream()
                                    .filter(commitment ->
                                            commitment.fund().equals(fund) || named.isPlanned(key, commitment.id()))
                                    .collect(Collectors.toMap(Commitment::id, commitment -> commitment))),
                            Shelf.of(closings.stream()
                                    .filter(closing -> closing.fund().equals(fund))
                                    .collect(Collectors.toMap(Closing::id, closing -> closing))),
                            investors,
                            holdings,
                            known));
        }
        return books;
    }

    /** An investor that is named by somebody. */
    private record Naming(InvestorId investor, Actor by) {}

    /** What the commands of a batch name. */
    private static final class Named {

        private final Set<CommitmentId> commitments = new HashSet<>();
        private final Map<UUID, Set<CommitmentId>> planned = new HashMap<>();
        private final Set<ClosingId> closings = new HashSet<>();
        private final Set<UUID> closingFunds = new HashSet<>();
        private final Set<InvestorId> investors = new HashSet<>();
        private final List<Naming> namings = new ArrayList<>();
        private final Set<ForeignIdentity> identities = new HashSet<>();

        static Named in(Map<UUID, List<BookCommand>> commands) {
            Named named = new Named();
            commands.forEach((fund, list) -> list.forEach(command -> named.add(fund, command)));
            return named;
        }

        private void add(UUID fund, BookCommand command) {
            command.foreign().ifPresent(identities::add);
            switch (command) {
                case CommitmentCommand.Draft draft -> name(draft.investor(), draft.by());
                case CommitmentCommand.DraftTakeOn takeOn -> name(takeOn.investor(), takeOn.by());
                case CommitmentCommand.Confirm confirm -> add(confirm.id(), confirm.motion(), confirm.by());
                case CommitmentCommand other -> commitments.add(other.id());
                case ClosingCommand closing -> {
                    closingFunds.add(fund);
                    closings.add(closing.id());
                    if (closing instanceof ClosingCommand.Plan plan) {
                        commitments.addAll(plan.commitments());
                        planned.computeIfAbsent(fund, _ -> new HashSet<>()).addAll(plan.commitments());
                    }
                }
            }
        }

        private void add(CommitmentId commitment, CommitmentMotion motion, Actor by) {
            commitments.add(commitment);
            motion.other().ifPresent(investor -> name(investor, by));
        }

        private void name(InvestorId investor, Actor by) {
            investors.add(investor);
            namings.add(new Naming(investor, by));
        }

        /** Whether a closing of the fund, about to be planned, names the commitment. */
        boolean isPlanned(UUID fund, CommitmentId commitment) {
            return planned.getOrDefault(fund, Set.of()).contains(commitment);
        }

        /** Those whose commitments say whether they are seen: of the others nobody need look for any. */
        Set<InvestorId> unseenThemselves(Map<InvestorId, Investor> found) {
            return namings.stream()
                    .filter(naming -> Optional.ofNullable(found.get(naming.investor()))
                            .filter(investor -> !investor.isSeenBy(naming.by()))
                            .isPresent())
                    .map(Naming::investor)
                    .collect(Collectors.toSet());
        }
    }

    private static Map<UUID, Totals> totals(Connection connection, Map<FundId, Fund> funds) throws SQLException {
        Map<UUID, Totals> totals = new HashMap<>();
        Query.list(
                        connection,
                        TOTALS,
                        select -> Bind.<FundId>rows(select, funds.keySet()).uuid(FundId::value),
                        row -> {
                            UUID id = row.getObject(1, UUID.class);
                            Fund fund = funds.get(new FundId(id));
                            return fund == null
                                    ? Map.<UUID, Totals>of()
                                    : Map.of(
                                            id,
                                            new Totals(
                                                    new Money(fund.currency(), row.getBigDecimal(2)),
                                                    new Money(fund.currency(), row.getBigDecimal(3)),
                                                    row.getBoolean(4)));
                        })
                .forEach(totals::putAll);
        return totals;
    }

    private static Map<ForeignIdentity, Known<Scope>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<CommitmentId, Commitment> commitments = CommitmentRows.load(
                connection,
                found.values().stream().map(row -> new CommitmentId(row.id())).toList());
        Map<ForeignIdentity, Known<Scope>> known = new HashMap<>();
        found.forEach((identity, row) -> Optional.ofNullable(commitments.get(new CommitmentId(row.id())))
                .ifPresent(
                        commitment -> known.put(identity, new Known<>(row.id(), commitment.scope(), row.payload()))));
        return known;
    }

    /**
     * Keeps what a batch left: versions of commitments and closings, new foreign identities, the funds' totals.
     *
     * @param books the last book of each fund
     */
    public static void save(
            Connection connection,
            List<Commitment> commitments,
            List<Closing> closings,
            List<ForeignRows.Row> identities,
            Map<UUID, FundBook> books)
            throws SQLException {
        CommitmentRows.save(connection, commitments);
        ClosingRows.save(connection, closings);
        ForeignRows.insert(connection, COLLECTION, identities);
        Map<UUID, Totals> totals = new LinkedHashMap<>();
        books.forEach((fund, book) -> totals.put(fund, book.total()));
        List<Map.Entry<UUID, Totals>> rows = new ArrayList<>(totals.entrySet());
        try (PreparedStatement update = connection.prepareStatement(SAVE_TOTALS)) {
            Bind.<Map.Entry<UUID, Totals>>rows(update, rows)
                    .uuid(Map.Entry::getKey)
                    .numeric(entry -> entry.getValue().accepted().value())
                    .numeric(entry -> entry.getValue().committed().value());
            update.executeUpdate();
        }
    }
}
