/** What the visitor is told, to be read and acknowledged. Read {@link tranche.portal.alerts.page.AlertsPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.alerts.page;
