/** What became of deliveries, as events. Read {@link tranche.notifications.delivery.events.DeliveryAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.events;
