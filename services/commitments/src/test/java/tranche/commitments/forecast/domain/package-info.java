/** What is to be expected of tranches. Read {@link tranche.commitments.forecast.domain.ForecastTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.domain;
