/** The rows of alerts. Read {@link tranche.notifications.alert.store.AlertRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.store;
