/** What of the drafts that wait is a person's own, from the kept rows. */
@org.jspecify.annotations.NullMarked
package tranche.portal.approval.store;
