/** Keeps the pages' rows as the events tell. Read {@link tranche.portal.timeline.reactions.TimelineReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.reactions;
