/** The answers that a second person gives to any proposal. Read {@link tranche.commitments.approval.ApprovalCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.approval;
