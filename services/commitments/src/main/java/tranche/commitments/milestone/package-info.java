/** The milestones that money waits for, kept as their service tells of them. Read {@link tranche.commitments.milestone.MilestoneCopy} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.milestone;
