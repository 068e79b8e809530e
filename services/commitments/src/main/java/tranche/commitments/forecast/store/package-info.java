/** What forecasts rest on and what was told of them, in the database. Read {@link tranche.commitments.forecast.store.ProspectRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.forecast.store;
