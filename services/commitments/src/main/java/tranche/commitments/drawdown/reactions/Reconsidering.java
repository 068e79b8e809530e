package tranche.commitments.drawdown.reactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.Waiting;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Actor;

/**
 * Has the tranches looked at whose conditions name what was told. What the rules say no to is an event of the tranche: here
 * nothing is refused.
 */
final class Reconsidering {

    /** Tranches that are looked at together, so that no statement is long. */
    private static final int MOST_AT_ONCE = 200;

    private final DrawdownCommands drawdowns;

    Reconsidering(DrawdownCommands drawdowns) {
        this.drawdowns = drawdowns;
    }

    /** The funds of all tranches that may come to wait for the objects while the batch is handled. */
    static Set<UUID> keys(Connection connection, Set<UUID> objects) throws SQLException {
        return Waiting.funds(connection, objects);
    }

    /** @param causes the last event of each object that tranches may wait for */
    void run(Transaction transaction, Map<UUID, Incoming> causes) throws SQLException {
        Map<TrancheId, Submission<Drawdowns, DrawdownCommand, DrawdownEvent>> submissions = new LinkedHashMap<>();
        for (Waiting waiting : Waiting.of(transaction.connection(), causes.keySet())) {
            submissions.put(waiting.tranche(), submission(waiting, causes));
        }
        List<Submission<Drawdowns, DrawdownCommand, DrawdownEvent>> all = new ArrayList<>(submissions.values());
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
            Waiting waiting, Map<UUID, Incoming> causes) {
        return new Submission<>(
                waiting.fund(),
                Set.of(),
                new TrancheCommand.Reconsider(waiting.tranche(), Actor.SYSTEM),
                Actor.SYSTEM,
                Optional.empty(),
                Objects.requireNonNull(causes.get(waiting.object())).asCause(),
                Renderer.nothing());
    }
}
