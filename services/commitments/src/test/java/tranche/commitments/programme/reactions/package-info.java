@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.reactions;
