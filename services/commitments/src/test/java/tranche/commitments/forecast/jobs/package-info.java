/** What time brings to forecasts. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.jobs;
