/** A milestone over HTTP. Read {@link tranche.milestones.milestone.api.MilestoneController} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.api;
