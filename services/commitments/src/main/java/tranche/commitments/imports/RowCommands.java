package tranche.commitments.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.commitments.commitment.BookCommands;
import tranche.commitments.commitment.domain.BookCommand;
import tranche.commitments.commitment.domain.CommitmentCommand;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.fund.FundCommands;
import tranche.commitments.fund.domain.FundCommand;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.commitments.investor.InvestorCommands;
import tranche.commitments.investor.domain.InvestorCommand;
import tranche.commitments.investor.domain.InvestorId;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;

/**
 * Has what rows ask for decided, in one open transaction and by the same commands as anybody's: a row is a fund that is
 * created, an investor that is registered, a commitment that is drafted, submitted and accepted, a position that is
 * drafted and taken on.
 */
@Singleton
final class RowCommands {

    /**
     * Rows that are decided against one loaded state: few enough that neither a statement nor the thought between two of
     * them comes near the server's limits, even on a machine that is busy with other things.
     */
    private static final int SLICE = 500;

    /** What the writer's renderer says of a command that asked for what was already so, and of one that made something. */
    private static final int SAME = 200;

    private static final int MADE = 201;

    /** What became of a row. */
    sealed interface Fate {

        record Written(Outcome.Done done) implements Fate {}

        record AlreadyThere() implements Fate {}

        record Refused(Outcome.Refused why) implements Fate {}
    }

    /**
     * On whose word rows are written: each event names the one who asked for it (rule D-1).
     *
     * @param maker who handed the file in
     * @param checker who approves what needs a second person
     */
    record Hands(Actor maker, Actor checker) {}

    private final FundCommands funds;
    private final InvestorCommands investors;
    private final BookCommands books;
    private final Ids ids;

    RowCommands(FundCommands funds, InvestorCommands investors, BookCommands books, Ids ids) {
        this.funds = funds;
        this.investors = investors;
        this.books = books;
        this.ids = ids;
    }

    /**
     * Locks all keys of the rows, then decides and writes them.
     *
     * @param entries of one kind
     * @return a fate for each, in their order
     */
    List<Fate> run(Transaction transaction, List<Entry> entries, Hands hands, Trace trace) throws SQLException {
        List<Row<?>> rows = entries.stream().<Row<?>>map(this::row).toList();
        Set<UUID> changes = new HashSet<>();
        Set<UUID> reads = new HashSet<>();
        rows.forEach(row -> {
            changes.add(row.key());
            reads.addAll(row.reads());
        });
        transaction.lock(changes, reads);
        List<Fate> fates = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += SLICE) {
            fates.addAll(
                    new Slice(transaction, hands, trace).run(rows.subList(from, Math.min(rows.size(), from + SLICE))));
        }
        return fates;
    }

    /** A row with the key that orders it and the id of what it makes. */
    private record Row<T extends Entry>(T entry, UUID key, Set<UUID> reads, UUID makes) {}

    private Row<?> row(Entry entry) {
        UUID id = ids.next();
        return switch (entry) {
            case Entry.OfFund fund ->
                new Row<>(fund, id, Set.of(fund.programme().value()), id);
            case Entry.OfInvestor investor -> new Row<>(investor, id, Set.of(), id);
            case Held held ->
                new Row<>(held, held.fund().value(), Set.of(held.investor().value()), id);
        };
    }

    /** Rows that are decided together. */
    private final class Slice {

        private final Transaction transaction;
        private final Hands hands;
        private final Trace trace;

        Slice(Transaction transaction, Hands hands, Trace trace) {
            this.transaction = transaction;
            this.hands = hands;
            this.trace = trace;
        }

        List<Fate> run(List<Row<?>> rows) throws SQLException {
            if (rows.getFirst().entry() instanceof Held) {
                return held(rows);
            }
            List<Outcome> outcomes = rows.getFirst().entry() instanceof Entry.OfFund
                    ? submit(funds, rows, row -> List.of(create(row)), FundCommand::by)
                    : submit(investors, rows, row -> List.of(register(row)), InvestorCommand::by);
            return outcomes.stream().map(Slice::fate).toList();
        }

        private FundCommand create(Row<?> row) {
            Entry.OfFund fund = (Entry.OfFund) row.entry();
            return new FundCommand.Create(
                    new FundId(row.makes()),
                    fund.programme(),
                    fund.content(),
                    Optional.of(fund.foreign()),
                    fund.effectiveDate(),
                    hands.maker());
        }

        private InvestorCommand register(Row<?> row) {
            Entry.OfInvestor investor = (Entry.OfInvestor) row.entry();
            return new InvestorCommand.Register(
                    new InvestorId(row.makes()),
                    investor.content(),
                    Optional.of(investor.foreign()),
                    investor.effectiveDate(),
                    hands.maker());
        }

        /** All are drafted; those that were not there before are then moved on by the second person. */
        private List<Fate> held(List<Row<?>> rows) throws SQLException {
            List<Fate> fates = new ArrayList<>(submit(books, rows, row -> List.of(draft(row)), BookCommand::by).stream()
                    .map(Slice::fate)
                    .toList());
            List<Integer> drafted = new ArrayList<>();
            for (int i = 0; i < fates.size(); i++) {
                if (fates.get(i) instanceof Fate.Written) {
                    drafted.add(i);
                }
            }
            if (drafted.isEmpty()) {
                return fates;
            }
            int steps = rows.getFirst().entry() instanceof Entry.OfPosition ? 1 : 2;
            List<Outcome> moved =
                    submit(books, drafted.stream().<Row<?>>map(rows::get).toList(), this::onwards, BookCommand::by);
            for (int i = 0; i < drafted.size(); i++) {
                fates.set(drafted.get(i), last(moved.subList(i * steps, (i + 1) * steps)));
            }
            return fates;
        }

        private BookCommand draft(Row<?> row) {
            CommitmentId id = new CommitmentId(row.makes());
            return switch ((Held) row.entry()) {
                case Entry.OfCommitment commitment ->
                    new CommitmentCommand.Draft(
                            id,
                            commitment.investor(),
                            commitment.amount(),
                            commitment.precision(),
                            commitment.effectiveDate(),
                            Optional.of(commitment.foreign()),
                            hands.maker());
                case Entry.OfPosition position ->
                    new CommitmentCommand.DraftTakeOn(
                            id,
                            position.investor(),
                            position.amount(),
                            position.opening(),
                            Optional.of(position.foreign()),
                            hands.maker());
            };
        }

        private List<BookCommand> onwards(Row<?> row) {
            CommitmentId id = new CommitmentId(row.makes());
            return switch ((Held) row.entry()) {
                case Entry.OfCommitment commitment ->
                    List.of(
                            new CommitmentCommand.Submit(
                                    id,
                                    new Evidence(Optional.empty(), List.of(), Optional.of(commitment.source())),
                                    Optional.empty(),
                                    hands.maker(),
                                    OptionalLong.empty()),
                            new CommitmentCommand.Accept(
                                    id,
                                    Optional.of(closingDate(commitment)),
                                    Optional.empty(),
                                    Optional.empty(),
                                    hands.checker(),
                                    OptionalLong.empty()));
                case Entry.OfPosition _ ->
                    List.of(new CommitmentCommand.ApproveTakeOn(
                            id, Optional.empty(), hands.checker(), OptionalLong.empty()));
            };
        }

        /** The closing that it goes into will have the last word. */
        private LocalDate closingDate(Entry.OfCommitment commitment) {
            return commitment
                    .closingDate()
                    .or(commitment::effectiveDate)
                    .orElseGet(() -> LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC));
        }

        private <S, C, E> List<Outcome> submit(
                Feature<S, C, E> feature, List<Row<?>> rows, Function<Row<?>, List<C>> commands, Function<C, Actor> by)
                throws SQLException {
            List<Submission<S, C, E>> submissions = new ArrayList<>();
            for (Row<?> row : rows) {
                for (C command : commands.apply(row)) {
                    submissions.add(new Submission<>(
                            row.key(),
                            row.reads(),
                            command,
                            by.apply(command),
                            Optional.empty(),
                            trace,
                            (_, events) -> new Answer(events.isEmpty() ? SAME : MADE, Map.of(), new byte[0])));
                }
            }
            return transaction.submit(feature, submissions);
        }

        private static Fate fate(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Done done ->
                    done.answer().status() == MADE ? new Fate.Written(done) : new Fate.AlreadyThere();
                case Outcome.Refused refused -> new Fate.Refused(refused);
                case Outcome.KeyReused _, Outcome.InProgress _ ->
                    throw new IllegalStateException("no key was sent with a row");
            };
        }

        /** The first refusal, else the last step. */
        private static Fate last(List<Outcome> steps) {
            return steps.stream()
                    .map(Slice::fate)
                    .filter(Fate.Refused.class::isInstance)
                    .findFirst()
                    .orElseGet(() -> fate(steps.getLast()));
        }
    }
}
