/** What stands around every page. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frame.page;
