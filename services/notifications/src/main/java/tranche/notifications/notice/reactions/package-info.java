/** Raises alerts as events come in. Read {@link tranche.notifications.notice.reactions.NoticeReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.notice.reactions;
