/** The rows of deliveries and attempts. Read {@link tranche.notifications.delivery.store.DeliveryRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.store;
