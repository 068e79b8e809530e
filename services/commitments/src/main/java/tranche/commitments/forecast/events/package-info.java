/** Forecasts as Avro records. Read {@link tranche.commitments.forecast.events.ForecastAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.events;
