/** A subscription and its states. Read {@link tranche.notifications.subscription.domain.SubscriptionBook} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.domain;
