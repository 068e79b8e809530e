/** Tells owners of their endpoints. Read {@link tranche.notifications.webhook.reactions.OwnerReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.reactions;
