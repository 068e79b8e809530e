/** Keeps who holds which grant. Read {@link tranche.notifications.recipient.reactions.RecipientReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.reactions;
