/** What subscriptions bring about. Read {@link tranche.notifications.subscription.reactions.SubscriptionReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.reactions;
