package tranche.commitments.drawdown;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.Waiting;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Actor;

/**
 * The door for those who react: it has the tranches looked at whose conditions name what was told. What the rules say no to is an event of the tranche: here
 * nothing is refused.
 */
public final class Reconsidering {

    /** Tranches that are looked at together, so that no statement is long. */
    private static final int MOST_AT_ONCE = 200;

    private final DrawdownCommands drawdowns;

    public Reconsidering(DrawdownCommands drawdowns) {
        this.drawdowns = drawdowns;
    }

    /** The funds of all tranches that may come to wait for the objects while the batch is handled. */
    public static Set<UUID> keys(Connection connection, Set<UUID> objects) throws SQLException {
        return Waiting.funds(connection, objects);
    }

    /** @param causes what was told last of each object that tranches may wait for, in their order */
    public void run(Transaction transaction, SequencedMap<UUID, Trace> causes) throws SQLException {
        List<UUID> order = List.copyOf(causes.sequencedKeySet());
        Map<TrancheId, Waiting> moved = new LinkedHashMap<>();
        for (Waiting waiting : Waiting.of(transaction.connection(), order)) {
            moved.merge(
                    waiting.tranche(),
                    waiting,
                    (one, other) -> order.indexOf(one.object()) < order.indexOf(other.object()) ? other : one);
        }
        List<Submission<Drawdowns, DrawdownCommand, DrawdownEvent>> all = moved.values().stream()
                .map(waiting -> submission(waiting, causes))
                .toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<Outcome> outcomes =
                    transaction.submit(drawdowns, all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
            for (Outcome outcome : outcomes) {
                if (!(outcome instanceof Outcome.Done)) {
                    throw new IllegalStateException("D-5: a tranche was not looked at: " + outcome);
                }
            }
        }
    }

    private static Submission<Drawdowns, DrawdownCommand, DrawdownEvent> submission(
            Waiting waiting, Map<UUID, Trace> causes) {
        return new Submission<>(
                waiting.fund(),
                Set.of(),
                new TrancheCommand.Reconsider(waiting.tranche(), Actor.SYSTEM),
                Actor.SYSTEM,
                Optional.empty(),
                Objects.requireNonNull(causes.get(waiting.object())),
                Renderer.nothing());
    }
}
