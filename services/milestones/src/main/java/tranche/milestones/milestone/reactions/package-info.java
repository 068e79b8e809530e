/** What milestones make of what is told of tranches. Read {@link tranche.milestones.milestone.reactions.TrancheReactions}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.reactions;
