/** What a programme does about commitments. Read {@link tranche.commitments.programme.reactions.RaiseReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.reactions;
