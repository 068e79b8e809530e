package tranche.commitments.forecast.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.DrawdownCommands;
import tranche.commitments.drawdown.Following;
import tranche.commitments.drawdown.Reconsidering;
import tranche.commitments.drawdown.store.Waiting;
import tranche.commitments.forecast.ForecastCommands;
import tranche.commitments.milestone.MilestoneCopy;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;

/**
 * Keeps milestones as their service tells of them, and does in the same transaction what follows from it: a milestone that
 * is verified drafts the call that it releases (domain §2.6), conditions follow one that leaves the plan (§2.5), and one that moves changes the forecasts of the funds whose
 * tranches wait for it (rule D-34). Whatever came together is reckoned once.
 */
@Singleton
public final class MilestoneReactions implements Consumer {

    private final Reconsidering reconsidering;
    private final Following following;
    private final ForecastRuns forecasts;

    MilestoneReactions(DrawdownCommands drawdowns, ForecastCommands forecasts) {
        this.reconsidering = new Reconsidering(drawdowns);
        this.following = new Following(drawdowns);
        this.forecasts = new ForecastRuns(forecasts);
    }

    @Override
    public String name() {
        return "milestone";
    }

    @Override
    public Set<String> topics() {
        return Set.of("milestones.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return Waiting.funds(
                connection, byId(MilestoneCopy.told(batch, Incoming::event)).keySet());
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Connection connection = transaction.connection();
        MilestoneCopy.keep(connection, batch.stream().map(Incoming::event).toList());
        SequencedMap<UUID, Trace> told = byId(MilestoneCopy.told(batch, Incoming::event));
        // Before a verified milestone moves its tranches on, which then wait for it no more.
        Map<UUID, Trace> funds = ForecastRuns.waitingFor(connection, told);
        following.run(transaction, departures(batch));
        reconsidering.run(transaction, byId(MilestoneCopy.decisive(batch, Incoming::event)));
        forecasts.run(transaction, funds);
    }

    private static List<Following.Told> departures(List<Incoming> batch) {
        return batch.stream()
                .flatMap(incoming -> MilestoneCopy.departure(incoming.event())
                        .map(departure -> new Following.Told(departure, incoming.asCause()))
                        .stream())
                .toList();
    }

    private static SequencedMap<UUID, Trace> byId(SequencedMap<MilestoneId, Incoming> told) {
        SequencedMap<UUID, Trace> byId = new LinkedHashMap<>();
        told.forEach((milestone, event) -> byId.putLast(milestone.value(), event.asCause()));
        return byId;
    }
}
