/** Tests of {@link tranche.web.approval.Approvals}. */
@org.jspecify.annotations.NullMarked
package tranche.web.approval;
