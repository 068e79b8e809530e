/** Alerts over HTTP, as their recipients have them. Read {@link tranche.notifications.alert.api.AlertsOverHttpTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.api;
