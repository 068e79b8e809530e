package tranche.commitments.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import tranche.commitments.imports.RowCommands.Fate;
import tranche.commitments.imports.RowCommands.Hands;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.commitments.imports.domain.Filing;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportRefusal;
import tranche.commitments.imports.domain.ImportState;
import tranche.commitments.imports.domain.Skipped;
import tranche.commitments.imports.store.ImportRows;
import tranche.flow.Flow;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Position;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;
import tranche.world.ids.Ids;

/**
 * The front door of imports: a file is written in one transaction, whole or not at all.
 *
 * <p>Every file is tried first, by the commands that would write it; where a row is refused, or nothing is to be written
 * yet, the transaction is rolled back, so that a dry run and a real one say the same.
 */
@Singleton
public final class ImportCommands implements Approvable {

    /** Somebody who imports while another does waits so long; a file takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Lines that are named when an import no longer holds. */
    private static final int MOST_LINES = 20;

    /**
     * Stands for whoever will approve, while a proposal is tried: what such a person would be refused is found when the
     * file is handed in. Nothing that it approves is ever committed.
     */
    private static final Actor SOMEBODY_ELSE =
            new Actor(new UUID(0, 1), new UUID(0, 1), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));

    /** One at a time holds a connection; the turn among several instances is the database's. */
    private final Semaphore turn = new Semaphore(1, true);

    private final Writers writers;
    private final ProposalCommands proposals;
    private final RowCommands rows;
    private final Ids ids;

    ImportCommands(Flow flow, ProposalCommands proposals, RowCommands rows, Ids ids) {
        this.writers = flow.writers();
        this.proposals = proposals;
        this.rows = rows;
        this.ids = ids;
    }

    /** The request behind an import, as far as its answer goes. */
    public record Request(
            Actor by, Optional<Idempotency> idempotency, Trace trace, Function<Import, Answer> renderer) {}

    /** Rolls back what was only tried. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Import made;
        private final transient List<Held> held;

        Undone(Import made, List<Held> held) {
            super("tried only", null, false, false);
            this.made = made;
            this.held = held;
        }
    }

    /**
     * Takes a file.
     *
     * @param dryRun whether to tell only what would happen; nothing is kept then, not even the answer
     */
    public Outcome take(Filing filing, boolean dryRun, Request request) {
        UUID id = ids.next();
        return inTurn(() -> {
            try {
                return writers.together(transaction -> take(transaction, id, filing, dryRun, request));
            } catch (Undone undone) {
                return dryRun
                        ? new Outcome.Done(request.renderer().apply(undone.made), Position.NONE, false)
                        : writers.together(transaction -> keep(transaction, undone, request));
            }
        });
    }

    private Outcome take(Transaction transaction, UUID id, Filing filing, boolean dryRun, Request request)
            throws SQLException {
        ImportRows.takeTurn(transaction.connection());
        Optional<Outcome> earlier = dryRun ? Optional.empty() : earlier(transaction, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Hands hands = new Hands(request.by(), SOMEBODY_ELSE);
        Tried tried = Tried.of(filing, run(transaction, filing.entries(), hands, id, request.trace()));
        Import made = Import.of(
                id,
                filing,
                tried.written(),
                tried.refused(),
                tried.held(),
                tried.skipped(),
                request.by(),
                transaction.now());
        if (dryRun || made.state() != ImportState.DONE) {
            throw new Undone(made, tried.held());
        }
        ImportRows.insert(
                transaction.connection(), made, List.of(), request.by().access());
        return done(transaction, request, made, tried.position());
    }

    private static Outcome keep(Transaction transaction, Undone undone, Request request) throws SQLException {
        ImportRows.takeTurn(transaction.connection());
        Optional<Outcome> earlier = earlier(transaction, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ImportRows.insert(
                transaction.connection(), undone.made, undone.held, request.by().access());
        return done(transaction, request, undone.made, Position.NONE);
    }

    @Override
    public ProposedCommand command() {
        return Import.COMMAND;
    }

    /** What the file asks for is written, all of it, or the answer is no. */
    @Override
    public Outcome approve(Proposal proposal, ContentHash seen, ProposalCommands.Request request) {
        return inTurn(() -> proposals.approve(
                proposal.id(),
                seen,
                request,
                transaction -> ImportRows.takeTurn(transaction.connection()),
                (transaction, answered) -> write(transaction, answered, request)));
    }

    private Decision<Position> write(Transaction transaction, Proposal answered, ProposalCommands.Request request)
            throws SQLException {
        ImportRows.Waiting waiting = ImportRows.waiting(transaction.connection(), answered.subject());
        Hands hands = new Hands(waiting.maker(), request.by());
        List<Entry> entries = waiting.entries();
        List<Fate> fates = run(transaction, entries, hands, answered.subject(), request.trace());
        List<String> refused = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(waiting.proposed().skipped());
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            int line = entries.get(i).line();
            switch (fates.get(i)) {
                case Fate.Written written -> positions.add(written.done().position());
                case Fate.AlreadyThere _ -> skipped.add(new Skipped(line, Skipped.Reason.ALREADY_IMPORTED));
                case Fate.Refused no ->
                    refused.add(line + ": " + no.why().refusal().code());
            }
        }
        if (!refused.isEmpty()) {
            return Decision.refused(
                    ImportRefusal.IMPORT_NO_LONGER_HOLDS,
                    Map.of("lines", refused.subList(0, Math.min(MOST_LINES, refused.size()))));
        }
        ImportRows.answer(transaction.connection(), waiting.proposed().approved(answered, positions.size(), skipped));
        return Decision.accepted(Position.of(positions));
    }

    /** Nothing is written, now or later. */
    @Override
    public Outcome reject(Proposal proposal, String reason, ProposalCommands.Request request) {
        return inTurn(() -> proposals.reject(
                proposal.id(),
                reason,
                request,
                transaction -> ImportRows.takeTurn(transaction.connection()),
                (transaction, answered) -> {
                    ImportRows.Waiting waiting = ImportRows.waiting(transaction.connection(), answered.subject());
                    ImportRows.answer(
                            transaction.connection(), waiting.proposed().rejected(answered));
                    return Decision.accepted(Position.NONE);
                }));
    }

    /** All events of an import share its id as their correlation. */
    private List<Fate> run(Transaction transaction, List<Entry> entries, Hands hands, UUID id, Trace trace)
            throws SQLException {
        return entries.isEmpty()
                ? List.of()
                : rows.run(transaction, entries, hands, new Trace(Optional.empty(), id, trace.traceparent()));
    }

    private static Optional<Outcome> earlier(Transaction transaction, Request request) throws SQLException {
        return request.idempotency().isEmpty()
                ? Optional.empty()
                : transaction.earlier(request.idempotency().get());
    }

    private static Outcome done(Transaction transaction, Request request, Import made, Position position)
            throws SQLException {
        Outcome.Done done = new Outcome.Done(request.renderer().apply(made), position, false);
        if (request.idempotency().isPresent()) {
            transaction.keep(request.idempotency().get(), done);
        }
        return done;
    }

    private Outcome inTurn(Supplier<Outcome> work) {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded(COME_AGAIN);
            }
            try {
                return work.get();
            } finally {
                turn.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(COME_AGAIN);
        }
    }
}
