package tranche.commitments.forecast.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CapitalCallDraftEdited;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.FundTermsChanged;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.commitments.drawdown.store.Waiting;
import tranche.commitments.forecast.ForecastCommands;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;

/**
 * Has the forecast of a fund reckoned when its tranches, its calls, its commitments or its terms change, and those of funds
 * whose tranches wait for one of another fund that is expected on another day.
 */
@Singleton
public final class ForecastReactions implements Consumer {

    private static final Set<Class<? extends SpecificRecord>> MOVING = Set.of(
            TrancheCreated.class,
            TrancheCallDrafted.class,
            TrancheHeld.class,
            TrancheReleased.class,
            TrancheRelocked.class,
            TrancheAmended.class,
            TrancheCancelled.class,
            CapitalCallDraftEdited.class,
            CapitalCallIssued.class,
            CapitalCallReversed.class,
            CommitmentClosed.class,
            CommitmentTakenOn.class,
            CommitmentAmended.class,
            CommitmentTransferReceived.class,
            FundTermsChanged.class);

    private final ForecastRuns forecasts;

    ForecastReactions(ForecastCommands forecasts) {
        this.forecasts = new ForecastRuns(forecasts);
    }

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        Set<UUID> funds = new HashSet<>(moved(batch).keySet());
        funds.addAll(Waiting.funds(connection, expectedOtherwise(batch).keySet()));
        return funds;
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Map<UUID, Trace> funds =
                new TreeMap<>(ForecastRuns.waitingFor(transaction.connection(), expectedOtherwise(batch)));
        funds.putAll(moved(batch));
        forecasts.run(transaction, funds);
    }

    /** The funds of which something was told, each with the last event. */
    private static Map<UUID, Trace> moved(List<Incoming> batch) {
        Map<UUID, Trace> moved = new LinkedHashMap<>();
        batch.stream()
                .filter(incoming -> MOVING.contains(incoming.event().getClass()))
                .forEach(incoming -> moved.put(incoming.key(), incoming.asCause()));
        return moved;
    }

    /** The tranches that are expected on another day, each with the last event. */
    private static SequencedMap<UUID, Trace> expectedOtherwise(List<Incoming> batch) {
        SequencedMap<UUID, Trace> tranches = new LinkedHashMap<>();
        for (Incoming incoming : batch) {
            if (incoming.event() instanceof FundForecastChanged changed) {
                changed.getRows().forEach(row -> tranches.putLast(row.getTrancheId(), incoming.asCause()));
            }
        }
        return tranches;
    }
}
