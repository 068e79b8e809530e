/** Subscriptions over HTTP. Read {@link tranche.notifications.subscription.api.SubscriptionController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.api;
