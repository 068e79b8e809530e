/** Proposals of any kind and their answers over HTTP. Read {@link tranche.web.approval.ApprovalController} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.approval;
