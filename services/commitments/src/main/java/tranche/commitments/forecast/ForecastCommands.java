package tranche.commitments.forecast;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.TrancheTimetables;
import tranche.commitments.forecast.domain.ForecastEvent;
import tranche.commitments.forecast.domain.Prospects;
import tranche.commitments.forecast.domain.RunForecast;
import tranche.commitments.forecast.domain.Told;
import tranche.commitments.forecast.events.ForecastAvro;
import tranche.commitments.forecast.store.ProspectRows;
import tranche.commitments.forecast.store.ToldRows;
import tranche.commitments.forecast.store.ToldRows.Telling;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.world.region.Calendars;

/**
 * The front door of forecasts. Nobody commands them: they are reckoned under their fund's lock when something is told upon
 * which they rest, and each hour; what differs is told in the same transaction (rule D-34).
 */
@Singleton
public final class ForecastCommands implements Feature<Prospects, RunForecast, ForecastEvent> {

    private final Writer<Prospects, RunForecast, ForecastEvent> writer;
    private final Calendars calendars;

    ForecastCommands(Flow flow, Calendars calendars) {
        this.calendars = calendars;
        this.writer = flow.writers().of(this);
    }

    public Writer<Prospects, RunForecast, ForecastEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public Map<UUID, Prospects> load(Connection connection, Map<UUID, List<RunForecast>> commands) throws SQLException {
        return ProspectRows.load(connection, calendars, commands.keySet());
    }

    @Override
    public Decision<ForecastEvent> decide(Prospects state, RunForecast command, Instant now) {
        return state.decide(now);
    }

    @Override
    public Prospects apply(Prospects state, ForecastEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Prospects, ForecastEvent>> recorded)
            throws SQLException {
        Map<UUID, Map<TrancheId, Timetable>> timetables = new HashMap<>();
        Map<UUID, Telling> tellings = new LinkedHashMap<>();
        for (Recorded<Prospects, ForecastEvent> one : recorded) {
            ForecastEvent event = one.event();
            if (event instanceof ForecastEvent.OfFund ofFund) {
                timetables.put(one.key(), ofFund.timetables());
            }
            tellings.put(
                    one.aggregateId(),
                    new Telling(
                            event.id(),
                            one.after().fund().orElseThrow().programme(),
                            event.fund(),
                            told(one.after(), event)));
        }
        TrancheTimetables.save(connection, timetables);
        ToldRows.save(connection, new ArrayList<>(tellings.values()));
    }

    private static Told told(Prospects after, ForecastEvent event) {
        return after.told().get(event.id()).orElseThrow();
    }

    @Override
    public Outgoing toAvro(Prospects after, ForecastEvent event) {
        return ForecastAvro.of(
                after.fund().orElseThrow().programme(), told(after, event).version(), event);
    }
}
