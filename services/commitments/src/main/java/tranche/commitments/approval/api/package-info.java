/** Proposals and their answers over HTTP. Read {@link tranche.commitments.approval.api.ApprovalController} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.approval.api;
