/** Read {@link tranche.portal.approval.page.ApprovalsPageTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.approval.page;
