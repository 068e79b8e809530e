/** Forecasts that no event brings about. Read {@link tranche.commitments.forecast.jobs.HourlyForecastJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.jobs;
