/** Recipients ask to be told of more. Read {@link tranche.notifications.subscription.SubscriptionCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription;
