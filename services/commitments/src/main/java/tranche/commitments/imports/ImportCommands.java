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
import tranche.world.ids.Ids;

/**
 * The front door of imports: a file is written in one transaction, whole or not at all.
 *
 * <p>Every file is tried first, by the commands that would write it; where a row is refused, or nothing is to be written
 * yet, the transaction is rolled back, so that a dry run and a real one say the same.
 */
@Singleton
public final class ImportCommands {

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
    private final RowCommands rows;
    private final Ids ids;

    ImportCommands(Flow flow, RowCommands rows, Ids ids) {
        this.writers = flow.writers();
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

    /** An approved import that the rules refuse by now. */
    private static final class NoLongerHolds extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        NoLongerHolds(List<String> lines) {
            super("no longer holds", null, false, false);
            this.lines = lines;
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
        Hands hands =
                new Hands(request.by(), SOMEBODY_ELSE, filing.kind().needsApproval() ? SOMEBODY_ELSE : request.by());
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

    /** A second person says yes: what the file asks for is written, all of it, or the answer is no. */
    public Outcome approve(UUID id, ContentHash seen, Request request) {
        return inTurn(() -> {
            try {
                return writers.together(transaction -> approve(transaction, id, seen, request));
            } catch (NoLongerHolds wrong) {
                return new Outcome.Refused(ImportRefusal.IMPORT_NO_LONGER_HOLDS, Map.of("lines", wrong.lines));
            }
        });
    }

    private Outcome approve(Transaction transaction, UUID id, ContentHash seen, Request request) throws SQLException {
        return answer(transaction, id, request, (proposal, now) -> proposal.approve(request.by(), seen, now), found -> {
            Hands hands = new Hands(found.maker(), request.by(), request.by());
            List<Entry> entries = found.entries();
            List<Fate> fates = run(transaction, entries, hands, id, request.trace());
            List<String> refused = new ArrayList<>();
            List<Skipped> skipped = new ArrayList<>(found.proposed().skipped());
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
                throw new NoLongerHolds(refused.subList(0, Math.min(MOST_LINES, refused.size())));
            }
            return new Effect(positions.size(), skipped, Position.of(positions));
        });
    }

    /** A second person says no: nothing is written, now or later. */
    public Outcome reject(UUID id, String reason, Request request) {
        return inTurn(() -> writers.together(transaction -> answer(
                transaction,
                id,
                request,
                (proposal, now) -> proposal.reject(request.by(), reason, now),
                found -> new Effect(0, found.proposed().skipped(), Position.NONE))));
    }

    private record Effect(int written, List<Skipped> skipped, Position position) {}

    private interface Deciding {
        Decision<Import> on(Import proposal, java.time.Instant now);
    }

    private interface Acting {
        Effect on(ImportRows.Proposal found) throws SQLException;
    }

    private static Outcome answer(Transaction transaction, UUID id, Request request, Deciding deciding, Acting acting)
            throws SQLException {
        ImportRows.takeTurn(transaction.connection());
        Optional<Outcome> earlier = earlier(transaction, request);
        Optional<ImportRows.Proposal> found = ImportRows.proposal(transaction.connection(), id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (found.isEmpty()) {
            return new Outcome.Refused(ImportRefusal.NOT_FOUND, Map.of());
        }
        return switch (deciding.on(found.get().proposed(), transaction.now())) {
            case Decision.Refused<Import> refused -> new Outcome.Refused(refused.refusal(), refused.facts());
            case Decision.Accepted<Import> accepted -> {
                Effect effect = acting.on(found.get());
                Import answered = accepted.events().getFirst().wrote(effect.written(), effect.skipped());
                ImportRows.answer(transaction.connection(), answered);
                yield done(transaction, request, answered, effect.position());
            }
        };
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

    private interface Work {
        Outcome run() throws InterruptedException;
    }

    private Outcome inTurn(Work work) {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded(COME_AGAIN);
            }
            try {
                return work.run();
            } finally {
                turn.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(COME_AGAIN);
        }
    }
}
