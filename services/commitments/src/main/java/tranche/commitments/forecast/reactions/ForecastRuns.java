package tranche.commitments.forecast.reactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tranche.commitments.drawdown.store.Waiting;
import tranche.commitments.forecast.ForecastCommands;
import tranche.commitments.forecast.domain.ForecastEvent;
import tranche.commitments.forecast.domain.Prospects;
import tranche.commitments.forecast.domain.RunForecast;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Actor;

/** Has the forecasts of funds reckoned, each once for all that was told of it. */
final class ForecastRuns {

    private final ForecastCommands forecasts;

    ForecastRuns(ForecastCommands forecasts) {
        this.forecasts = forecasts;
    }

    /**
     * The funds whose tranches wait for what was told.
     *
     * @param told what was told last of each milestone or tranche, in their order
     * @return by fund, what was told last that concerns it
     */
    static Map<UUID, Trace> waitingFor(Connection connection, SequencedMap<UUID, Trace> told) throws SQLException {
        List<UUID> order = List.copyOf(told.sequencedKeySet());
        Map<UUID, UUID> last = new TreeMap<>();
        for (Waiting waiting : Waiting.of(connection, order)) {
            last.merge(
                    waiting.fund(),
                    waiting.object(),
                    (one, other) -> order.indexOf(one) < order.indexOf(other) ? other : one);
        }
        Map<UUID, Trace> causes = new TreeMap<>();
        last.forEach((fund, object) -> causes.put(fund, Objects.requireNonNull(told.get(object))));
        return causes;
    }

    /** @param causes by fund, what the run is put down to */
    void run(Transaction transaction, Map<UUID, Trace> causes) throws SQLException {
        if (causes.isEmpty()) {
            return;
        }
        List<Submission<Prospects, RunForecast, ForecastEvent>> runs = causes.entrySet().stream()
                .map(one -> submission(one.getKey(), one.getValue()))
                .toList();
        for (Outcome outcome : transaction.submit(forecasts, runs)) {
            if (!(outcome instanceof Outcome.Done)) {
                throw new IllegalStateException("D-34: a forecast was not reckoned: " + outcome);
            }
        }
    }

    private static Submission<Prospects, RunForecast, ForecastEvent> submission(UUID fund, Trace cause) {
        return new Submission<>(
                fund,
                Set.of(),
                new RunForecast(new FundId(fund)),
                Actor.SYSTEM,
                Optional.empty(),
                cause,
                Renderer.nothing());
    }
}
