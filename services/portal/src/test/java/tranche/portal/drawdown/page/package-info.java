/** Tests of the pages of calls. Read {@link tranche.portal.drawdown.page.CallOffice} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.drawdown.page;
