/** Milestones and their sites as the events of their service tell of them. Read {@link tranche.commitments.milestone.events.MilestoneAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.milestone.events;
