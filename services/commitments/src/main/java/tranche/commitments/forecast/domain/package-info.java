/**
 * When the calls of tranches are to be expected, and of what size for whom (rule D-34). Read {@link
 * tranche.commitments.forecast.domain.Forecast} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.domain;
