/** Alerts over HTTP and as a stream. Read {@link tranche.notifications.alert.api.AlertController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.api;
