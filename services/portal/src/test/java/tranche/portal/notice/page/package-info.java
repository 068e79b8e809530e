/** Tests of the check of a notice. */
@org.jspecify.annotations.NullMarked
package tranche.portal.notice.page;
