/** Tests of what pages know of calls and forecasts. */
@org.jspecify.annotations.NullMarked
package tranche.portal.drawdown.domain;
