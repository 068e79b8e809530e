package tranche.flow.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposalRefusal;

/**
 * The front door of proposals: what a second person's yes brings about is written in one transaction with the answer, and
 * where it is refused the proposal waits on.
 */
public final class ProposalCommands {

    private final Writers writers;

    public ProposalCommands(Writers writers) {
        this.writers = writers;
    }

    /**
     * The request behind a proposal or an answer, as far as what it is told goes.
     *
     * @param ifMatch the version of the proposal that is answered, where the caller says so
     */
    public record Request(
            Actor by,
            OptionalLong ifMatch,
            Optional<Idempotency> idempotency,
            Trace trace,
            Function<Proposal, Answer> renderer) {}

    /** What keeps others from changing what the proposal is about, before anything is read. */
    @FunctionalInterface
    public interface Turn {
        void take(Transaction transaction) throws SQLException;

        /** One after the other at a key. */
        static Turn at(UUID key) {
            return transaction -> transaction.lock(Set.of(key), Set.of());
        }
    }

    /** What is put to a second person. */
    @FunctionalInterface
    public interface Proposing {
        Decision<Proposal> in(Transaction transaction) throws SQLException;
    }

    /** What is kept beside a proposal: nothing comes about by it yet. */
    @FunctionalInterface
    public interface Keeping {
        void with(Connection connection, Proposal made) throws SQLException;
    }

    /** What goes with an answer; a refusal undoes both. */
    @FunctionalInterface
    public interface Effect {
        /** @return where the last event stands */
        Decision<Position> of(Transaction transaction, Proposal proposal) throws SQLException;
    }

    /** Rolls back what was written before it was refused. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome.Refused why;

        Undone(Outcome.Refused why) {
            super("refused", null, false, false);
            this.why = why;
        }
    }

    /** Puts a command to a second person. */
    public Outcome propose(Request request, Turn turn, Proposing proposing, Keeping keeping) {
        return run(request, turn, proposing, (transaction, made) -> {
            ProposalRows.insert(transaction.connection(), made);
            keeping.with(transaction.connection(), made);
            return Decision.accepted(Position.NONE);
        });
    }

    /** A second person says yes. */
    public Outcome approve(UUID id, ContentHash seen, Request request, Turn turn, Effect effect) {
        return answer(
                id,
                request,
                turn,
                (found, transaction) -> found.approve(request.by(), seen, request.ifMatch(), transaction.now()),
                effect);
    }

    /** A second person says no: nothing of it takes effect, now or later. */
    public Outcome reject(UUID id, String reason, Request request, Turn turn, Effect effect) {
        return answer(
                id,
                request,
                turn,
                (found, transaction) -> found.reject(request.by(), reason, request.ifMatch(), transaction.now()),
                effect);
    }

    private interface Deciding {
        Decision<Proposal> on(Proposal found, Transaction transaction);
    }

    /** The effect comes first: it takes the locks of what it changes, and locks come before the first write. */
    private Outcome answer(UUID id, Request request, Turn turn, Deciding deciding, Effect effect) {
        return run(
                request,
                turn,
                transaction -> {
                    Optional<Proposal> found = ProposalRows.find(transaction.connection(), id);
                    return found.isPresent()
                            ? deciding.on(found.get(), transaction)
                            : Decision.refused(ProposalRefusal.NOT_FOUND);
                },
                (transaction, answered) -> {
                    Decision<Position> written = effect.of(transaction, answered);
                    ProposalRows.answer(transaction.connection(), answered);
                    return written;
                });
    }

    private Outcome run(Request request, Turn turn, Proposing proposing, Effect effect) {
        try {
            return writers.together(transaction -> {
                turn.take(transaction);
                Optional<Outcome> earlier = request.idempotency().isEmpty()
                        ? Optional.empty()
                        : transaction.earlier(request.idempotency().get());
                return earlier.isPresent()
                        ? withoutRight(transaction, proposing).orElse(earlier.get())
                        : decide(transaction, request, proposing, effect);
            });
        } catch (Undone undone) {
            return undone.why;
        }
    }

    /** What was answered once is told again only to whoever may ask for it today. */
    private static Optional<Outcome> withoutRight(Transaction transaction, Proposing proposing) throws SQLException {
        return proposing.in(transaction) instanceof Decision.Refused<Proposal>(var refusal, Map<String, Object> facts)
                        && refusal.isOfRights()
                ? Optional.of(new Outcome.Refused(refusal, facts))
                : Optional.empty();
    }

    private static Outcome decide(Transaction transaction, Request request, Proposing proposing, Effect effect)
            throws SQLException {
        return switch (proposing.in(transaction)) {
            case Decision.Refused<Proposal>(var refusal, Map<String, Object> facts) ->
                new Outcome.Refused(refusal, facts);
            case Decision.Accepted<Proposal> accepted -> {
                Proposal proposal = accepted.events().getFirst();
                yield switch (effect.of(transaction, proposal)) {
                    case Decision.Refused<Position>(var refusal, Map<String, Object> facts) ->
                        throw new Undone(new Outcome.Refused(refusal, facts));
                    case Decision.Accepted<Position> written ->
                        done(transaction, request, proposal, written.events().getFirst());
                };
            }
        };
    }

    private static Outcome done(Transaction transaction, Request request, Proposal proposal, Position position)
            throws SQLException {
        Outcome.Done done = new Outcome.Done(request.renderer().apply(proposal), position, false);
        if (request.idempotency().isPresent()) {
            transaction.keep(request.idempotency().get(), done);
        }
        return done;
    }
}
