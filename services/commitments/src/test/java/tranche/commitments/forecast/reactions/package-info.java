/** What is made of what milestones tell, by the way of their events. Read {@link tranche.commitments.forecast.reactions.ForecastBySlipTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.reactions;
