/** Subscriptions over HTTP, as their recipients have them. Read {@link tranche.notifications.subscription.api.SubscriptionsOverHttpTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.api;
