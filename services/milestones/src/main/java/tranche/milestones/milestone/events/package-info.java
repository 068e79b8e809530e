/** The events of a milestone as they leave. Read {@link tranche.milestones.milestone.events.MilestoneAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.events;
