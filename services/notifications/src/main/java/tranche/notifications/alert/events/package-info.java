/** What recipients do about alerts, as events. Read {@link tranche.notifications.alert.events.AlertAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.alert.events;
