/**
 * What becomes of mails that must be read. Read {@link tranche.notifications.email.reactions.UndeliveredReactions} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.reactions;
