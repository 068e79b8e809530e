/** What pages know of calls and forecasts. Read {@link tranche.portal.drawdown.domain.CapitalCall} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.drawdown.domain;
