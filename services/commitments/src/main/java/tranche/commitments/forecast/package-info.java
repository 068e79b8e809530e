/** When calls are to be expected, and who is told. Read {@link tranche.commitments.forecast.ForecastCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast;
