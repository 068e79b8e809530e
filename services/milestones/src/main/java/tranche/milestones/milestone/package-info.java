/** The front doors of milestones. Read {@link tranche.milestones.milestone.MilestoneCommands} first, {@link tranche.milestones.milestone.MotionCommands} for what two persons decide. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone;
