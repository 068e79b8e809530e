/** Keeps programmes as events tell. Read {@link tranche.milestones.programme.reactions.ProgrammeReactions}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.programme.reactions;
