/** Forecasts over HTTP. Read {@link tranche.commitments.forecast.api.ForecastController} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.api;
