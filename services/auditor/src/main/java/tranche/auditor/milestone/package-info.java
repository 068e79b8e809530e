/** Holds what the service of milestones keeps of tranches against the events. Read {@link tranche.auditor.milestone.TrancheCopyReplay}. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.milestone;
