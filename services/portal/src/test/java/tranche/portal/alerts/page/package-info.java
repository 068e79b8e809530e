/** What the pages of alerts say. Read {@link tranche.portal.alerts.page.AlertSheetTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.alerts.page;
