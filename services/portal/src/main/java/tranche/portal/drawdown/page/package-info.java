/** Calls as pages: the list, one call with its commands, an investor's home. Read {@link tranche.portal.drawdown.page.CallPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.drawdown.page;
