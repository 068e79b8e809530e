/** The rows of milestones and their sites. Read {@link tranche.commitments.milestone.store.MilestoneRows}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.milestone.store;
