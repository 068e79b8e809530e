/** Tranches as the events of commitments tell of them. Read {@link tranche.milestones.tranche.events.TrancheAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.tranche.events;
