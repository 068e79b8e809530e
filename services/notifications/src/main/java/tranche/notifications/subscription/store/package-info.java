/** The rows of subscriptions. Read {@link tranche.notifications.subscription.store.SubscriptionRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.store;
