/** Alerts are read and acknowledged. Read {@link tranche.notifications.alert.AlertCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert;
