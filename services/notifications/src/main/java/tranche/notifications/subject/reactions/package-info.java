/** Keeps names and holdings. Read {@link tranche.notifications.subject.reactions.SubjectReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subject.reactions;
