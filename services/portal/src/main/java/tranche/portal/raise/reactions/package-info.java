/** Keeps the pages' rows as the events tell. Read {@link tranche.portal.raise.reactions.RaiseReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.reactions;
