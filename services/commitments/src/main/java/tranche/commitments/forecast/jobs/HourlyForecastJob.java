package tranche.commitments.forecast.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tranche.commitments.forecast.ForecastCommands;
import tranche.commitments.forecast.domain.RunForecast;
import tranche.commitments.forecast.store.ForecastViews;
import tranche.commitments.fund.domain.FundId;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;

/**
 * Reckons the forecasts of all funds whose tranches wait for something, for what no event tells: a day has come, a waiver has
 * expired, a document is there, a place has another calendar. A run that finds nothing new tells nothing.
 */
@Singleton
@Requires(beans = ForecastCommands.class)
public class HourlyForecastJob implements Recurring {

    private final ForecastCommands forecasts;
    private final ForecastViews views;
    private final Ids ids;

    HourlyForecastJob(ForecastCommands forecasts, ForecastViews views, Ids ids) {
        this.forecasts = forecasts;
        this.views = views;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "hourly-forecasts";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    /** One after the other: each holds all of its fund's investors while it is reckoned. */
    @Override
    public void work() throws InterruptedException {
        Sweep.through("a forecast", (last, _) -> views.nextWaiting(last), 1, this::run);
    }

    private CompletableFuture<Outcome> run(FundId fund) {
        return forecasts.writer().submit(Sweep.submission(fund.value(), new RunForecast(fund), ids));
    }
}
