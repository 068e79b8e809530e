/** Deliveries over HTTP. Read {@link tranche.notifications.delivery.api.DeliveryController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.api;
