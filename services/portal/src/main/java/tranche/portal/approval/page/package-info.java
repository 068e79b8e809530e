/** What waits for a second person, to be read and answered. Read {@link tranche.portal.approval.page.ApprovalsPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.approval.page;
