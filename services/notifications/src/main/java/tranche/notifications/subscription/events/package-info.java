/** Subscriptions as events. Read {@link tranche.notifications.subscription.events.SubscriptionAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.events;
