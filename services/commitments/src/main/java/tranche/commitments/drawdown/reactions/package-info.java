/** What tranches make of what is told of other tranches. Read {@link tranche.commitments.drawdown.reactions.ReleaseReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.drawdown.reactions;
